'use client';

import { useEffect, useRef, useState } from 'react';
import { perform } from '@/components/site/feedback/perform';
import { browserEnvironment } from '@/components/site/following/browser-environment';
import type { FollowEnvironment } from '@/components/site/following/follow-environment';

export type RequestEnvironment = Pick<FollowEnvironment, 'fetch' | 'setTimer' | 'clock' | 'monotonicNow' | 'random'>;

/**
 * A question to somebody else than the agent, asked by a button and followed until its answer.
 * @param run asks and follows; calls `show` with every change, until `signal` is aborted
 * @param onChange called with every change, for state outside of this hook
 */
export function useStaffRequest<View>(
  idle: View,
  run: (environment: RequestEnvironment, show: (view: View) => void, signal: AbortSignal) => Promise<void>,
  onChange: (view: View) => void,
): { view: View; ask: () => void; show: (view: View) => void } {
  const [view, setView] = useState(idle);
  const running = useRef<AbortController | null>(null);

  useEffect(() => () => running.current?.abort(), []);

  function show(next: View): void {
    setView(next);
    onChange(next);
  }

  function ask(): void {
    running.current?.abort();
    const { signal } = (running.current = new AbortController());
    perform(run(browserEnvironment, show, signal));
  }

  return { view, ask, show };
}

/** The form of a question about a user. */
export function aboutUser(userId: string): FormData {
  const form = new FormData();
  form.set('userId', userId);
  return form;
}
