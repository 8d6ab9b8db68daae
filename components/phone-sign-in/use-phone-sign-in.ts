'use client';

import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { browserEnvironment } from '@/components/following/browser-environment';
import type { PhoneSignInStart, PhoneSignInWay } from './phone-sign-in-start';
import { hasReturned } from './use-sign-in-here';
import { runPhoneSignIn, type PhoneSignInMoves, type PhoneSignInView } from './run-phone-sign-in';

/** How often an image is renewed by itself: together about as long as somebody looks for their phone. */
const IMAGE_RENEWALS = 3;

/**
 * Asks for an image as soon as the page is there, and follows it. On a touch device, which may be the phone itself, the
 * page offers the ways first, and so does one without an image.
 * @param given.start asks for an image, or tells phones: of the typed user ID, where one is asked for
 * @param given.next path to go to at the end
 * @returns what to show, and how to ask again
 */
export function usePhoneSignIn(
  phoneSignInMoves: Pick<PhoneSignInMoves, 'path' | 'finish'> & {
    start: (way: PhoneSignInWay, input: string) => Promise<PhoneSignInStart>;
    next: string;
    hasImage: boolean;
  },
): { view: PhoneSignInView; begin: (way: PhoneSignInWay, input?: string) => void } {
  const [view, setView] = useState<PhoneSignInView | null>(null);
  const isTouch = useSyncExternalStore(neverChanges, isTouchDevice, () => false);
  // Kept from the first rendering: the answer of an action renders the page anew, and hands over other functions.
  const [{ path, start, finish, next, hasImage }] = useState(phoneSignInMoves);
  const running = useRef<AbortController | null>(null);

  const run = useCallback(
    (way: PhoneSignInWay, input: string) => {
      running.current?.abort();
      const { signal } = (running.current = new AbortController());
      // A full navigation, so that nothing the router kept from before is shown to whoever is signed in now.
      const leave = () => window.location.assign(next);
      const renewals = way === 'image' ? IMAGE_RENEWALS : 0;
      const moves = { way, path, renewals, start: () => start(way, input), finish, leave };
      void runPhoneSignIn(browserEnvironment, moves, setView, signal);
    },
    [path, start, finish, next],
  );

  useEffect(() => {
    // Another sign-in would take the place of the one that the app leads back from.
    if (hasImage && !isTouchDevice() && !hasReturned()) run('image', '');
    return () => running.current?.abort();
  }, [run, hasImage]);

  return {
    view: view ?? (isTouch || !hasImage ? { stage: 'choosing' } : { stage: 'starting', way: 'image' }),
    begin(way, input = '') {
      setView({ stage: 'starting', way });
      run(way, input);
    },
  };
}

export function isTouchDevice(): boolean {
  return window.matchMedia('(pointer: coarse)').matches;
}

function neverChanges(): () => void {
  return () => undefined;
}
