'use client';

import { useEffect } from 'react';
import { SECOND } from '@/lib/shared/time/duration';
import { loadLaterParts } from './later-parts';

/**
 * Loads the later parts of the page once the browser is idle, so that a network that goes takes nothing away.
 * @param isReady whether the image has come, which nothing may delay, or there is none
 */
export function useLaterParts(isReady: boolean): void {
  useEffect(() => {
    if (!isReady) return;
    // Safari has no such callback.
    if (typeof requestIdleCallback === 'undefined') {
      const timer = setTimeout(loadLaterParts, SECOND / 2);
      return () => clearTimeout(timer);
    }
    const idle = requestIdleCallback(loadLaterParts, { timeout: SECOND });
    return () => cancelIdleCallback(idle);
  }, [isReady]);
}
