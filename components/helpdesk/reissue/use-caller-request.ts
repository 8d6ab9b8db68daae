'use client';

import { useEffect, useRef, useState } from 'react';
import { browserEnvironment } from '@/components/following/browser-environment';
import type { StaffRefusalCode } from '@/components/helpdesk/staff-refusal-words';
import { IDLE, type FormAction } from '@/lib/shared/form-state';
import { runCallerRequest, type CallerAsked, type CallerRequestView } from './run-caller-request';

/** Sends a challenge to the phones of the user in the form field `userId`. */
export type AskCallerAction = FormAction<StaffRefusalCode, CallerAsked>;

/** @param onChange called with every change, for state outside of this hook */
export function useCallerRequest(
  action: AskCallerAction,
  userId: string,
  onChange: (view: CallerRequestView) => void,
): { view: CallerRequestView; ask: () => void } {
  const [view, setView] = useState<CallerRequestView>({ stage: 'idle' });
  const running = useRef<AbortController | null>(null);

  useEffect(() => () => running.current?.abort(), []);

  function show(next: CallerRequestView): void {
    setView(next);
    onChange(next);
  }

  function ask(): void {
    running.current?.abort();
    const { signal } = (running.current = new AbortController());
    const form = new FormData();
    form.set('userId', userId);
    void runCallerRequest(browserEnvironment, () => action(IDLE, form), show, signal);
  }

  return { view, ask };
}
