'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { browserEnvironment } from '@/components/following/browser-environment';
import { openPhoneSession } from './open-phone-session';
import type { PhoneSignInStart } from './phone-sign-in-start';
import { runPhoneSignIn, type PhoneSignInView } from './run-phone-sign-in';

const STARTING: PhoneSignInView = { stage: 'starting' };

/**
 * Asks for an image as soon as the page is there, and follows it.
 * @param next path to go to when signed in
 * @returns what to show, and how to ask for another image
 */
export function usePhoneSignIn(
  startAction: () => Promise<PhoneSignInStart>,
  next: string,
): [PhoneSignInView, () => void] {
  const [view, setView] = useState(STARTING);
  // Kept from the first rendering: the answer of an action renders the page anew, and hands over another function.
  const [moves] = useState({
    start: startAction,
    openSession: openPhoneSession,
    // A full navigation, so that nothing the router kept from before is shown to whoever is signed in now.
    leave: () => window.location.assign(next),
  });
  const running = useRef<AbortController | null>(null);

  const begin = useCallback(() => {
    running.current?.abort();
    const { signal } = (running.current = new AbortController());
    void runPhoneSignIn(browserEnvironment, moves, setView, signal);
  }, [moves]);

  useEffect(() => {
    begin();
    return () => running.current?.abort();
  }, [begin]);

  const askAgain = useCallback(() => {
    setView(STARTING);
    begin();
  }, [begin]);

  return [view, askAgain];
}
