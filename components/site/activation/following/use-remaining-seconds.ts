'use client';

import { useEffect, useState } from 'react';
import { SECOND } from '@/lib/shared/time/duration';
import { browserEnvironment } from '@/components/site/following/browser-environment';

const { clock, setTimer } = browserEnvironment;

/**
 * Whole seconds until `expiresAt` by the server's clock, never below 0; null when nothing expires.
 * @param serverTime when the server rendered the page; used until hydration
 */
export function useRemainingSeconds(expiresAt: string | null, serverTime: string): number | null {
  const [remaining, setRemaining] = useState(() => wholeSeconds(expiresAt, Date.parse(serverTime)));

  useEffect(() => {
    let cancelTimer = (): void => {};
    function tick(): void {
      const now = clock.now();
      setRemaining(wholeSeconds(expiresAt, now));
      const left = expiresAt === null ? 0 : Date.parse(expiresAt) - now;
      if (left > 0) cancelTimer = setTimer(tick, left % SECOND || SECOND);
    }
    tick();
    return () => cancelTimer();
  }, [expiresAt]);

  return remaining;
}

function wholeSeconds(expiresAt: string | null, now: number): number | null {
  return expiresAt === null ? null : Math.max(0, Math.ceil((Date.parse(expiresAt) - now) / SECOND));
}
