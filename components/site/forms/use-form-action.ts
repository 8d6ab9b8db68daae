'use client';

import type { Route } from 'next';
import { unstable_isUnrecognizedActionError, unstable_rethrow, useRouter } from 'next/navigation';
import { startTransition, useActionState, useEffect, useRef, useState, type FormEvent, type RefObject } from 'react';
import { useFeedback } from '@/components/site/feedback/feedback';
import { siteHasChanged } from '@/components/site/following/site-has-changed';
import { hasKeptFields, keepFields, restoreFields } from './kept-fields';
import { IDLE, type FormAction, type FormState } from '@/lib/shared/form-state';

/** Refusals of the browser itself: the action did not answer, or a newer version of the site has it no longer. */
export type Unanswered = 'offline' | 'unreachable' | 'outdated';

export type FormActionState<Code extends string> = FormState<Code | Unanswered>;

/**
 * A server action for a form that loses nothing. What was typed stays after a refusal, and after an action that failed
 * for want of a network, which becomes a refusal too. Without JavaScript the form posts to the action itself.
 * @param options.doneWords said at the top of the page when the action is done, even when the form is gone by then
 * @param options.doneWordsByCode said in place of them, by the code with which the action is done
 * @param options.formWords said by the form itself, where it stays
 * @returns `formProps` for the form, and the latest answer; `confirmedBy` names what confirmed who somebody is, if they
 *   come back from there
 */
export function useFormAction<Code extends string>(
  action: FormAction<Code>,
  options: {
    doneWords?: string | undefined;
    doneWordsByCode?: Readonly<Record<string, string>> | undefined;
    formWords?: string | undefined;
  } = {},
): {
  state: FormActionState<Code>;
  confirmedBy: string | null;
  isPending: boolean;
  form: RefObject<HTMLFormElement | null>;
  formProps: {
    ref: RefObject<HTMLFormElement | null>;
    action: (formData: FormData) => void;
    onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  };
} {
  const form = useRef<HTMLFormElement>(null);
  const { say, note } = useFeedback();
  const router = useRouter();
  const { doneWords, doneWordsByCode = {}, formWords } = options;
  // The server renders the action's own reference, which is what a form without JavaScript posts to.
  const dispatched = typeof window === 'undefined' ? action : answered(action, router, onDone);
  const [state, dispatch, isPending] = useActionState<FormActionState<Code>, FormData>(dispatched, IDLE);

  const [confirmedBy, setConfirmedBy] = useState<string | null>(null);

  useEffect(() => {
    // After the page's own effects, which see to the focus and to what is open.
    const timer = setTimeout(() => {
      if (form.current && hasKeptFields()) setConfirmedBy(restoreFields(form.current));
    });
    return () => clearTimeout(timer);
  }, []);

  useEffect(() => {
    if (form.current && state.status === 'refused' && isLeftToComeBack(state.code)) keepFields(form.current);
  }, [state]);

  // Dispatched here, because React empties the fields after a form's `action`, refused or not.
  function onSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    if (isPending) return;
    const submitter = (event.nativeEvent as SubmitEvent).submitter;
    const formData = new FormData(event.currentTarget, submitter);
    startTransition(() => dispatch(formData));
  }

  function onDone(path: string | null, code?: string): void {
    const words = doneWordsByCode[code ?? ''] ?? doneWords;
    if (words) say(words, path ?? undefined);
    else if (formWords) note(formWords);
  }

  return { state, confirmedBy, isPending, form, formProps: { ref: form, action: dispatch, onSubmit } };
}

/** Whether the way on from a refusal leaves the page and comes back to it. */
function isLeftToComeBack(code: string): boolean {
  return isSignedOut(code) || code === 'outdated';
}

/** Whether a form was refused because its person is not signed in any more. */
export function isSignedOut(code: string): boolean {
  return code === 'signed-out' || code === 'signed-out-idle';
}

/**
 * The action, with an answer in place of a failure. It goes to the page that the answer leads to before it ends: both are
 * one transition then, and the form is under way until that page is there.
 * @param onDone called when the action is done, with the path of the page that it leads to, if to another, and its code
 */
function answered<Code extends string>(
  action: FormAction<Code>,
  router: { push: (path: Route) => void },
  onDone: (path: string | null, code?: string) => void,
): FormAction<Code | Unanswered> {
  return async (previous, formData) => {
    try {
      const answer = await action(previous, formData);
      if (answer.status !== 'done') return answer;
      const { next, code } = answer;
      // With the page that the answer brings, or it would say that it is done above a form that still waits for it.
      startTransition(() => onDone(next ?? null, code));
      if (next !== undefined) router.push(next as Route);
      return answer;
    } catch (error) {
      const path = redirectPath(error);
      if (path !== null) onDone(path);
      unstable_rethrow(error);
      if (unstable_isUnrecognizedActionError(error) || (isScriptMissing(error) && (await siteHasChanged())))
        return { status: 'refused', code: 'outdated' };
      return { status: 'refused', code: navigator.onLine ? 'unreachable' : 'offline' };
    }
  };
}

/** Whether something that the action loads on demand could not be. */
function isScriptMissing(error: unknown): boolean {
  return error instanceof Error && error.name === 'ChunkLoadError';
}

/** Next.js rejects an action that redirects, with `NEXT_REDIRECT;<kind>;<address>;<status>;`. */
function redirectPath(error: unknown): string | null {
  if (!(error instanceof Error) || !('digest' in error)) return null;
  const [kind, , address] = String(error.digest).split(';');
  return kind === 'NEXT_REDIRECT' && address ? new URL(address, location.href).pathname : null;
}
