'use client';

import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { perform } from '@/components/site/feedback/perform';
import { browserEnvironment } from '@/components/site/following/browser-environment';
import { NOBODY_TYPED, type PhoneSignInStart, type PhoneSignInWay, type TypedPerson } from './phone-sign-in-start';
import { hasReturned } from './use-sign-in-here';
import { runPhoneSignIn, type PhoneSignInMoves, type PhoneSignInView } from './run-phone-sign-in';

/** How often an image is renewed by itself: together about as long as somebody looks for their phone. */
const IMAGE_RENEWALS = 3;

/**
 * Asks for an image as soon as the page is there, and follows it. On a touch device, which may be the phone itself, the
 * page offers the ways first, and so does one whose image would name somebody.
 * @param given.start asks for an image, or tells phones: of the typed user ID, where one is asked for
 * @param given.next path to go to at the end
 * @param given.beginsWithImage whether an image names nobody, so that it can be asked for, and renewed, by itself
 * @returns what to show, how to ask again, and how to go back to choosing
 */
export function usePhoneSignIn(
  phoneSignInMoves: Pick<PhoneSignInMoves, 'path' | 'finish'> & {
    start: (way: PhoneSignInWay, typed: TypedPerson) => Promise<PhoneSignInStart>;
    next: string;
    beginsWithImage: boolean;
  },
): { view: PhoneSignInView; begin: (way: PhoneSignInWay, typed?: TypedPerson) => void; choose: () => void } {
  const [view, setView] = useState<PhoneSignInView | null>(null);
  const isTouch = useSyncExternalStore(neverChanges, isTouchDevice, () => false);
  // Kept from the first rendering: the answer of an action renders the page anew, and hands over other functions.
  const [{ path, start, finish, next, beginsWithImage }] = useState(phoneSignInMoves);
  const running = useRef<AbortController | null>(null);

  const run = useCallback(
    (way: PhoneSignInWay, typed: TypedPerson) => {
      running.current?.abort();
      const { signal } = (running.current = new AbortController());
      // A full navigation, so that nothing the router kept from before is shown to whoever is signed in now.
      const leave = () => window.location.assign(next);
      const renewals = way === 'image' && beginsWithImage ? IMAGE_RENEWALS : 0;
      const moves = { way, path, renewals, start: () => start(way, typed), finish, leave };
      perform(runPhoneSignIn(browserEnvironment, moves, setView, signal));
    },
    [path, start, finish, next, beginsWithImage],
  );

  useEffect(() => {
    // Another sign-in would take the place of the one that the app leads back from.
    if (beginsWithImage && !isTouchDevice() && !hasReturned()) run('image', NOBODY_TYPED);
    return () => running.current?.abort();
  }, [run, beginsWithImage]);

  return {
    view: view ?? (isTouch || !beginsWithImage ? { stage: 'choosing' } : { stage: 'starting', way: 'image' }),
    begin(way, typed = NOBODY_TYPED) {
      setView({ stage: 'starting', way });
      run(way, typed);
    },
    choose: () => setView({ stage: 'choosing' }),
  };
}

export function isTouchDevice(): boolean {
  return window.matchMedia('(pointer: coarse)').matches;
}

function neverChanges(): () => void {
  return () => undefined;
}
