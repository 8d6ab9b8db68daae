'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
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

/**
 * Asks for an image as soon as the page is there, and follows it.
 * @param next path to go to when signed in
 * @returns what to show, how to ask for another image, and how to ask somebody's phones instead
 */
export function usePhoneSignIn(
  given: PhoneSignInActions,
  next: string,
): { view: PhoneSignInView; askAgain: () => void; sendTo: (userId: string) => void } {
  const [view, setView] = useState<PhoneSignInView>({ stage: 'starting', way: 'image' });
  // Kept from the first rendering: the answer of an action renders the page anew, and hands over other functions.
  const [actions] = useState(given);
  const running = useRef<AbortController | null>(null);

  const begin = useCallback(
    (way: PhoneSignInWay, start: () => Promise<PhoneSignInStart>) => {
      running.current?.abort();
      const { signal } = (running.current = new AbortController());
      // A full navigation, so that nothing the router kept from before is shown to whoever is signed in now.
      const leave = () => window.location.assign(next);
      void runPhoneSignIn(browserEnvironment, { way, start, openSession: openPhoneSession, leave }, setView, signal);
    },
    [next],
  );

  useEffect(() => {
    begin('image', actions.start);
    return () => running.current?.abort();
  }, [begin, actions]);

  return {
    view,
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
