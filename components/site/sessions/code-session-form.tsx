'use client';

import { useState, type FormEvent, type ReactNode } from 'react';
import { perform } from '@/components/site/feedback/perform';
import { Button } from '@/components/ui/buttons/button';
import { ButtonProgress } from '@/components/ui/buttons/button-progress';
import { Notice } from '@/components/ui/notice';
import { t, type Message } from '@/lib/shared/language/t';
import { askForSession } from './ask-for-session';

const WORDS = {
  'too-many-attempts': 'Too many attempts. Wait 15 minutes, then try again, or ask your helpdesk.',
  'account-frozen': 'This account is frozen, so nobody can sign in. To unfreeze it, call your helpdesk.',
  unavailable: 'Sign-in is not possible at the moment. Try again in a minute.',
  unreachable: 'The server did not answer. Check your connection and try again.',
} as const satisfies Record<string, Message>;

/** next-auth's own code, for a wrong proof. */
const WRONG = 'CredentialsSignin';

type Problem = keyof typeof WORDS | typeof WRONG;

/**
 * Turns a code that somebody was sent into a session.
 * @param next path to open with it
 * @param wrongCode what a wrong one means
 * @param clears name of a field that is emptied after a wrong code, and focused
 * @param children the fields, all of which are sent
 */
export function CodeSessionForm({
  way,
  next,
  submit,
  wrongCode,
  clears,
  children,
}: {
  way: 'one-time-password' | 'registration';
  next: string;
  submit: string;
  wrongCode: string;
  clears?: string;
  children: ReactNode;
}) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isPending, setIsPending] = useState(false);

  async function enter(form: HTMLFormElement) {
    if (isPending) return;
    setIsPending(true);
    setProblem(null);
    const refusal = await trySignIn(way, form);
    // A full navigation drops the router's cache, which may hold pages of the previous user.
    if (refusal === null) return window.location.assign(next);
    setProblem(refusal);
    setIsPending(false);
    const field = clears === undefined ? null : form.elements.namedItem(clears);
    if (refusal !== WRONG || !(field instanceof HTMLInputElement)) return;
    field.value = '';
    field.focus();
  }

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    perform(enter(event.currentTarget));
  }

  return (
    <form onSubmit={onSubmit} className="grid gap-5">
      {problem && (
        <Notice tone="error" role="alert">
          {problem === WRONG ? wrongCode : t(WORDS[problem])}
        </Notice>
      )}
      {children}
      <div>
        <Button type="submit" variant="primary" aria-disabled={isPending} aria-busy={isPending}>
          <ButtonProgress isPending={isPending} pendingText={t('Signing in…')}>
            {submit}
          </ButtonProgress>
        </Button>
      </div>
    </form>
  );
}

/** @returns null if signed in */
async function trySignIn(way: 'one-time-password' | 'registration', form: HTMLFormElement): Promise<Problem | null> {
  const typed = [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  );
  try {
    const { ok, error } = await askForSession(way, Object.fromEntries(typed));
    if (ok) return null;
    if (error === WRONG) return error;
    return error !== null && Object.hasOwn(WORDS, error) ? (error as keyof typeof WORDS) : 'unavailable';
  } catch {
    return 'unreachable';
  }
}
