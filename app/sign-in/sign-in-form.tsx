'use client';

import { useRef, useState, type FormEvent } from 'react';
import { perform } from '@/components/site/feedback/perform';
import { askForSession } from '@/components/site/sessions/ask-for-session';
import { Button } from '@/components/ui/buttons/button';
import { ButtonProgress } from '@/components/ui/buttons/button-progress';
import { LinkButton } from '@/components/ui/buttons/link-button';
import { Notice } from '@/components/ui/notice';
import { TextField } from '@/components/ui/fields/text-field';
import { PasswordField } from '@/components/site/forms/signed-out-fields';
import { useTypedUserId } from '@/components/site/forms/use-typed-user-id';
import { signInNames } from '@/lib/shared/names/sign-in-names';
import { t, type Message } from '@/lib/shared/language/t';

const WORDS = {
  wrong: 'That user ID and password don’t match. Try again.',
  'too-many-attempts': 'Too many attempts. Wait 15 minutes, then try again, or ask your helpdesk.',
  'too-many-attempts-but-phone':
    'Too many attempts. Sign in with your phone, or wait 15 minutes and try again. Ask your helpdesk if neither works.',
  frozen: 'This account is frozen, so nobody can sign in. To unfreeze it, call your helpdesk.',
  'too-busy': 'Too many people are signing in right now. Wait a moment and try again.',
  unavailable: 'Sign-in is not possible at the moment. Try again in a minute.',
  unreachable: 'The server did not answer. Check your connection and try again.',
} as const satisfies Record<string, Message>;

/** Keyed by the code of the answer. `CredentialsSignin` is next-auth's own, for wrong credentials. */
const PROBLEMS: Partial<Record<string, keyof typeof WORDS>> = {
  CredentialsSignin: 'wrong',
  'too-many-attempts': 'too-many-attempts',
  'too-busy': 'too-busy',
  'account-frozen': 'frozen',
};

/** How a lock of the account ends, where the gateway locks accounts: the same for whoever reads it. */
const LOCK_WORDS = {
  'by-login':
    'Several wrong passwords lock an account for a while. Wait, then sign in with the right one: that unlocks it. If it doesn’t, ask your helpdesk.',
  'by-helpdesk': 'Several wrong passwords lock an account. Only your helpdesk can unlock it.',
} as const satisfies Record<string, Message>;

/**
 * @param next path to open after the sign-in
 * @param unlocks how accounts that the gateway has locked are unlocked; null where it locks none
 * @param isUnlocking whether the user came to unlock their account, and reads how before they try
 * @param hasPhoneWay whether users can also sign in with their phones, which too many wrong passwords do not prevent
 */
export function SignInForm({
  next,
  hasPhoneWay,
  unlocks,
  isUnlocking,
}: {
  next: string;
  hasPhoneWay: boolean;
  unlocks: keyof typeof LOCK_WORDS | null;
  isUnlocking: boolean;
}) {
  const [problem, setProblem] = useState<keyof typeof WORDS | null>(null);
  const [isPending, setIsPending] = useState(false);
  const userId = useTypedUserId();
  const form = useRef<HTMLFormElement>(null);

  async function signInWith(input: FormData) {
    if (isPending) return;
    setIsPending(true);
    setProblem(null);
    const outcome = await trySignIn(input);
    if (outcome === 'signed-in') {
      // A full navigation drops the router's cache, which may hold pages of the previous user.
      window.location.assign(next);
      return;
    }
    setProblem(outcome === 'too-many-attempts' && hasPhoneWay ? 'too-many-attempts-but-phone' : outcome);
    setIsPending(false);
    const password = form.current?.elements.namedItem('password');
    if (outcome !== 'wrong' || !(password instanceof HTMLInputElement)) return;
    password.value = '';
    password.focus();
  }

  // After a form's `action` React empties the fields, refused or not.
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    perform(signInWith(new FormData(event.currentTarget)));
  }

  return (
    // What is sent before the page's scripts have run, React hands to `action` once they have; the rest is `onSubmit`.
    <form ref={form} action={signInWith} onSubmit={submit} className="grid gap-5">
      <noscript>
        <Notice tone="warning" title={t('This page needs JavaScript')}>
          {t('Turn it on for this site, then load the page again.')}
        </Notice>
      </noscript>
      {isUnlocking && unlocks !== null && problem !== 'wrong' && (
        <Notice tone="info">
          <p>{t(LOCK_WORDS[unlocks])}</p>
        </Notice>
      )}
      {problem && (
        <Notice tone="error" role="alert">
          {t(WORDS[problem])}
          {problem === 'wrong' && unlocks !== null && <p className="mt-2">{t(LOCK_WORDS[unlocks])}</p>}
        </Notice>
      )}
      <TextField
        key={userId}
        defaultValue={userId}
        label={t(signInNames.userId)}
        name="userId"
        autoComplete="username webauthn"
        autoCapitalize="none"
        spellCheck={false}
        required
        maxLength={255}
      />
      <PasswordField />
      <div className="flex flex-wrap items-center gap-facts">
        <Button type="submit" variant="primary" aria-disabled={isPending} aria-busy={isPending}>
          <ButtonProgress isPending={isPending} pendingText={t('Signing in…')}>
            {t(signInNames.signIn)}
          </ButtonProgress>
        </Button>
        <div className="max-sm:-ml-3">
          <LinkButton href="/sign-in/forgotten" variant="quiet">
            {t(signInNames.forgotten)}
          </LinkButton>
        </div>
      </div>
    </form>
  );
}

async function trySignIn(form: FormData): Promise<'signed-in' | keyof typeof WORDS> {
  try {
    const answer = await askForSession('credentials', {
      userId: textOf(form, 'userId'),
      password: textOf(form, 'password'),
    });
    if (answer.ok) return 'signed-in';
    return PROBLEMS[answer.error ?? ''] ?? 'unavailable';
  } catch {
    return 'unreachable';
  }
}

function textOf(form: FormData, field: string): string {
  const value = form.get(field);
  return typeof value === 'string' ? value : '';
}
