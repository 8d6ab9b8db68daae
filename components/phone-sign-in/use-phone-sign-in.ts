'use client';

import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { browserEnvironment } from '@/components/following/browser-environment';
import type { PhoneSignInStart, PhoneSignInWay } from './phone-sign-in-start';
import { runPhoneSignIn, type PhoneSignInView } from './run-phone-sign-in';
import { signIn } from 'next-auth/react';
import type { PhoneSignInEnding } from './ended-words';

const ENDINGS: Partial<Record<string, PhoneSignInEnding>> = {
  'too-many-attempts': 'too-many-attempts',
  'device-not-usable': 'device-not-usable',
  unavailable: 'unavailable',
};

export type PhoneSignInActions = {
  start: () => Promise<PhoneSignInStart>;
  send: (userId: string) => Promise<PhoneSignInStart>;
};

/** How often an image is renewed by itself: together about as long as somebody looks for their phone. */
const IMAGE_RENEWALS = 3;

/**
 * Asks for an image as soon as the page is there, and follows it. On a touch device, which may be the phone itself, the
 * page offers the ways first.
 * @param next path to go to when signed in
 * @returns what to show, how to ask for another image, and how to ask somebody's phones instead
 */
export function usePhoneSignIn(
  given: PhoneSignInActions,
  next: string,
): { view: PhoneSignInView; askAgain: () => void; sendTo: (userId: string) => void } {
  const [view, setView] = useState<PhoneSignInView | null>(null);
  const isTouch = useSyncExternalStore(neverChanges, isTouchDevice, () => false);
  // Kept from the first rendering: the answer of an action renders the page anew, and hands over other functions.
  const [actions] = useState(given);
  const running = useRef<AbortController | null>(null);

  const begin = useCallback(
    (way: PhoneSignInWay, start: () => Promise<PhoneSignInStart>) => {
      running.current?.abort();
      const { signal } = (running.current = new AbortController());
      // A full navigation, so that nothing the router kept from before is shown to whoever is signed in now.
      const leave = () => window.location.assign(next);
      const renewals = way === 'image' ? IMAGE_RENEWALS : 0;
      const moves = { way, renewals, start, openSession: openPhoneSession, leave };
      void runPhoneSignIn(browserEnvironment, moves, setView, signal);
    },
    [next],
  );

  useEffect(() => {
    if (!isTouchDevice()) begin('image', actions.start);
    return () => running.current?.abort();
  }, [begin, actions]);

  return {
    view: view ?? (isTouch ? { stage: 'choosing' } : { stage: 'starting', way: 'image' }),
    askAgain() {
      setView({ stage: 'starting', way: 'image' });
      begin('image', actions.start);
    },
    sendTo(userId) {
      setView({ stage: 'starting', way: 'message' });
      begin('message', () => actions.send(userId));
    },
  };
}

/** Turns the phone's approval into a session of this browser. */
async function openPhoneSession(): Promise<'signed-in' | PhoneSignInEnding> {
  try {
    const answer = await signIn('phone', { redirect: false });
    if (answer?.ok) return 'signed-in';
    return ENDINGS[answer?.error ?? ''] ?? 'not-finished';
  } catch {
    return 'unreachable';
  }
}

function isTouchDevice(): boolean {
  return window.matchMedia('(pointer: coarse)').matches;
}

function neverChanges(): () => void {
  return () => undefined;
}
