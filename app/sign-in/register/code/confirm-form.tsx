'use client';

import { useState, type FormEvent } from 'react';
import { MailedCodeField, UserIdField } from '@/components/forms/signed-out-fields';
import { askForSession } from '@/components/sessions/ask-for-session';
import { Button } from '@/components/ui/buttons/button';
import { ButtonProgress } from '@/components/ui/buttons/button-progress';
import { Notice } from '@/components/ui/notice';
import { registerNames } from '@/lib/names/sign-in-names';
import { t, type Message } from '@/lib/language/t';

const WORDS = {
  CredentialsSignin:
    'That code didn’t work. It works once, for 10 minutes, in the browser that requested it. A newer email replaces it.',
  'too-many-attempts': 'Too many attempts. Wait 15 minutes, then try again, or ask your helpdesk.',
  'account-frozen': 'This account is frozen, so nobody can sign in. To unfreeze it, call your helpdesk.',
  unavailable: 'Sign-in is not possible at the moment. Try again in a minute.',
  unreachable: 'The server did not answer. Check your connection and try again.',
} as const satisfies Record<string, Message>;

/** Leads to the activation of a first device. */
export function ConfirmForm() {
  const [problem, setProblem] = useState<keyof typeof WORDS | null>(null);
  const [isPending, setIsPending] = useState(false);

  async function confirm(form: HTMLFormElement) {
    if (isPending) return;
    setIsPending(true);
    setProblem(null);
    const refusal = await tryToConfirm(new FormData(form));
    // A full navigation drops the router's cache, which may hold pages of the previous user.
    if (refusal === null) return window.location.assign('/activations/new');
    setProblem(refusal);
    setIsPending(false);
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    void confirm(event.currentTarget);
  }

  return (
    <form onSubmit={submit} className="grid gap-5">
      {problem && (
        <Notice tone="error" role="alert">
          {t(WORDS[problem])}
        </Notice>
      )}
      <UserIdField />
      <MailedCodeField />
      <div>
        <Button type="submit" variant="primary" aria-disabled={isPending} aria-busy={isPending}>
          <ButtonProgress isPending={isPending} pendingText={t('Signing in…')}>
            {t(registerNames.confirm)}
          </ButtonProgress>
        </Button>
      </div>
    </form>
  );
}

/** @returns null if signed in */
async function tryToConfirm(form: FormData): Promise<keyof typeof WORDS | null> {
  const textOf = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  try {
    const { ok, error } = await askForSession('registration', { userId: textOf('userId'), code: textOf('code') });
    if (ok) return null;
    return error !== null && Object.hasOwn(WORDS, error) ? (error as keyof typeof WORDS) : 'unavailable';
  } catch {
    return 'unreachable';
  }
}
