import { useEffect, useEffectEvent, useState } from 'react';
import { SECOND } from '@/lib/shared/time/duration';

/**
 * Counts down whole seconds to 0 by the phone's clock.
 * @param until in milliseconds since 1970
 * @param onOver called at 0
 */
export function useCountdown(until: number, onOver: () => void): number {
  const [secondsLeft, setSecondsLeft] = useState(() => secondsUntil(until));
  const tellOver = useEffectEvent(onOver);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tick = () => {
      setSecondsLeft(secondsUntil(until));
      const left = until - Date.now();
      if (left > 0) timer = setTimeout(tick, left % SECOND || SECOND);
      else tellOver();
    };
    tick();
    return () => clearTimeout(timer);
  }, [until]);
  return secondsLeft;
}

function secondsUntil(until: number): number {
  return Math.max(0, Math.ceil((until - Date.now()) / SECOND));
}
