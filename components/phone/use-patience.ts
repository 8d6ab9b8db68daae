import { useEffect, useEffectEvent, useRef } from 'react';
import type { GatewayFailureCode } from '@/lib/authenticator-app/gateway-failure';
import { SECOND } from '@/lib/shared/duration';

/** Before each automatic try, in milliseconds. After the last the person decides, who can also try earlier. */
const WAITS = [2 * SECOND, 4 * SECOND, 8 * SECOND, 16 * SECOND];

/**
 * Asks a busy website again by itself.
 * @param stalled what could not be done, the same object as long as nothing happens; null when nothing is stalled
 */
export function usePatience(stalled: { failure: GatewayFailureCode } | null, tryAgain: () => void): void {
  const tries = useRef(0);
  const ask = useEffectEvent(tryAgain);
  useEffect(() => {
    const wait = stalled?.failure === 'busy' ? WAITS[tries.current] : undefined;
    if (wait === undefined) return undefined;
    const timer = setTimeout(() => {
      tries.current += 1;
      ask();
    }, wait);
    return () => clearTimeout(timer);
  }, [stalled]);
}
