'use client';

import { useState } from 'react';
import { perform } from '@/components/site/feedback/perform';
import { Button } from '@/components/ui/buttons/button';
import { ButtonProgress } from '@/components/ui/buttons/button-progress';
import { TextField } from '@/components/ui/fields/text-field';
import { proofNames } from '@/lib/shared/names/sign-in-names';
import { t, type Message } from '@/lib/shared/language/t';

type Trouble = 'too-many-attempts' | 'not-offered' | 'unreachable';

const TROUBLE_WORDS = {
  'too-many-attempts': 'You’ve requested many codes. Wait 15 minutes, then try again.',
  'not-offered': 'We can’t email you a code any more. Reload this page to see what works.',
  unreachable: 'The site did not answer. Check your connection, then try again.',
} as const satisfies Record<Trouble, Message>;

/** Has a code mailed to the user's own addresses, and takes it in the form, where what was typed stays. */
export function EmailCode() {
  const [isPending, setIsPending] = useState(false);
  const [isSent, setIsSent] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);

  async function send() {
    if (isPending) return;
    setIsPending(true);
    const problem = await askForCode();
    setIsPending(false);
    setTrouble(problem);
    if (problem === null) setIsSent(true);
  }

  return (
    <div className="grid justify-items-start gap-4">
      {isSent && (
        <div className="w-full">
          <TextField
            label={t(proofNames.mailedCode)}
            name="proofMailedCode"
            autoComplete="one-time-code"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={20}
            required
            hint={t('Two groups of four, such as KX4P-7MQ2. It works for 10 minutes, in this browser.')}
          />
        </div>
      )}
      <Button onClick={() => perform(send())} aria-disabled={isPending} aria-busy={isPending}>
        <ButtonProgress isPending={isPending} pendingText={t('Sending…')}>
          {isSent ? t('Email me another code') : t(proofNames.emailCode)}
        </ButtonProgress>
      </Button>
      <output aria-live="polite" className="text-sm text-ink-soft empty:hidden">
        {isSent && !trouble && t('We’ve emailed a code to the addresses of your account.')}
      </output>
      {trouble && (
        <p role="alert" className="font-semibold text-danger">
          {t(TROUBLE_WORDS[trouble])}
        </p>
      )}
    </div>
  );
}

async function askForCode(): Promise<Trouble | null> {
  try {
    const { ok, status } = await fetch('/api/proof-code', { method: 'POST' });
    if (ok) return null;
    return status === 429 ? 'too-many-attempts' : status === 404 ? 'not-offered' : 'unreachable';
  } catch {
    return 'unreachable';
  }
}
