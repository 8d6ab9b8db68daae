'use client';

import { useEffect, useState } from 'react';
import { browserEnvironment } from '@/components/site/following/browser-environment';

const { clock, setTimer } = browserEnvironment;

/** Checks again at least this often, because the server clock may be corrected. In milliseconds. */
const LONGEST_WAIT = 1_000;

/**
 * Whether a moment has passed by the server's clock.
 * @param moment milliseconds since 1970; null for one that never comes
 * @param serverTime when the server rendered the page; used until hydration
 */
export function useHasPassed(moment: number | null, serverTime: string): boolean {
  const [isOver, setIsOver] = useState(() => moment !== null && moment <= Date.parse(serverTime));

  useEffect(() => {
    let cancelTimer = (): void => {};
    function look(): void {
      const left = moment === null ? Number.POSITIVE_INFINITY : moment - clock.now();
      setIsOver(left <= 0);
      if (moment !== null && left > 0) cancelTimer = setTimer(look, Math.min(left, LONGEST_WAIT));
    }
    look();
    return () => cancelTimer();
  }, [moment]);

  return isOver;
}
