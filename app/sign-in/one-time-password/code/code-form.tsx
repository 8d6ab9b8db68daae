'use client';

import { useState, type FormEvent } from 'react';
import { askForSession } from '@/components/sessions/ask-for-session';
import { Button } from '@/components/ui/buttons/button';
import { ButtonProgress } from '@/components/ui/buttons/button-progress';
import { TextField } from '@/components/ui/fields/text-field';
import { Notice } from '@/components/ui/notice';
import { sentOneTimePasswordNames } from '@/lib/names/sign-in-names';
import { t, type Message } from '@/lib/language/t';

const WORDS = {
  CredentialsSignin:
    'That one-time password didn’t work. Each works once, for a short time, in the browser that requested it.',
  'too-many-attempts': 'Too many attempts. Wait 15 minutes, then try again, or ask your helpdesk.',
  'account-frozen': 'This account is frozen, so nobody can sign in. To unfreeze it, call your helpdesk.',
  unavailable: 'Sign-in is not possible at the moment. Try again in a minute.',
  unreachable: 'The server did not answer. Check your connection and try again.',
} as const satisfies Record<string, Message>;

/** @param next path to open after the sign-in */
export function CodeForm({ next }: { next: string }) {
  const [problem, setProblem] = useState<keyof typeof WORDS | null>(null);
  const [isPending, setIsPending] = useState(false);

  async function enter(form: HTMLFormElement) {
    if (isPending) return;
    setIsPending(true);
    setProblem(null);
    const field = form.elements.namedItem('code');
    const code = field instanceof HTMLInputElement ? field.value : '';
    const refusal = await trySignIn(code);
    // A full navigation drops the router's cache, which may hold pages of the previous user.
    if (refusal === null) return window.location.assign(next);
    setProblem(refusal);
    setIsPending(false);
    if (refusal !== 'CredentialsSignin' || !(field instanceof HTMLInputElement)) return;
    field.value = '';
    field.focus();
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    void enter(event.currentTarget);
  }

  return (
    <form onSubmit={submit} className="grid gap-5">
      {problem && (
        <Notice tone="error" role="alert">
          {t(WORDS[problem])}
        </Notice>
      )}
      <TextField
        label={t(sentOneTimePasswordNames.code)}
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        required
        maxLength={20}
      />
      <div>
        <Button type="submit" variant="primary" aria-disabled={isPending} aria-busy={isPending}>
          <ButtonProgress isPending={isPending} pendingText={t('Signing in…')}>
            {t(sentOneTimePasswordNames.enter)}
          </ButtonProgress>
        </Button>
      </div>
    </form>
  );
}

/** @returns null if signed in */
async function trySignIn(code: string): Promise<keyof typeof WORDS | null> {
  try {
    const { ok, error } = await askForSession('one-time-password', { code });
    if (ok) return null;
    return error !== null && Object.hasOwn(WORDS, error) ? (error as keyof typeof WORDS) : 'unavailable';
  } catch {
    return 'unreachable';
  }
}
