'use client';

import { useEffect } from 'react';
import { browserEnvironment } from '@/components/following/browser-environment';
import { SECOND } from '@/lib/shared/time/duration';
import { loadLaterParts } from './later-parts';

/** A person takes longer to pick up the phone. */
const QUIET = 5 * SECOND;

/** Loads the later parts of the page once its image is there, so that a network that goes takes nothing away. */
export function useLaterParts(): void {
  useEffect(() => browserEnvironment.setTimer(loadLaterParts, QUIET), []);
}
