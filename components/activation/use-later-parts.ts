'use client';

import { useEffect } from 'react';
import { whenIdle } from '@/components/following/when-idle';
import { loadLaterParts } from './later-parts';

/**
 * Loads the later parts of the page once the browser is idle, so that a network that goes takes nothing away.
 * @param isReady whether the image has come, which nothing may delay, or there is none
 */
export function useLaterParts(isReady: boolean): void {
  useEffect(() => (isReady ? whenIdle(loadLaterParts) : undefined), [isReady]);
}
