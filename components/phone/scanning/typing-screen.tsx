'use client';

import { useState, type FormEvent } from 'react';
import { readTypedCredentials, type TypingRefusal } from '@/lib/phone/scanning/read-typed-credentials';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { TextField } from '@/components/ui/text-field';
import { PhoneScreen } from '../phone-screen';

const WORDS: Record<TypingRefusal, string> = {
  'not-filled-in': 'Fill in all four lines.',
  'check-letter-differs': 'The check letter does not fit. Compare every character; capitals and small letters differ.',
  'value-not-representable': 'The user ID holds a character that cannot be used here.',
};

/** A form for the credentials on the website's page. @param problem of the last try */
export function TypingScreen({
  problem,
  onText,
  onBack,
}: {
  problem: string | null;
  onText: (text: string) => void;
  onBack: () => void;
}) {
  const [refusal, setRefusal] = useState<TypingRefusal | null>(null);

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const field = (name: string) => {
      const value = form.get(name);
      return typeof value === 'string' ? value : '';
    };
    const text = readTypedCredentials({
      userId: field('userId'),
      registrationIdentifier: field('registrationIdentifier'),
      activationPassword: field('activationPassword'),
      checkLetter: field('checkLetter'),
    });
    setRefusal(text.ok ? null : text.refusal);
    if (text.ok) onText(text.value);
  }

  const exact = { autoComplete: 'off', autoCapitalize: 'none', autoCorrect: 'off', spellCheck: false } as const;
  return (
    <PhoneScreen
      title="Type the credentials"
      lead="You find them on the website’s activation page under “Can’t scan?”."
      leave={{ name: 'Back', onPress: onBack }}
    >
      <form onSubmit={submit} className="grid gap-5">
        <TextField label="User ID" name="userId" {...exact} />
        <TextField label="Registration identifier" name="registrationIdentifier" {...exact} />
        <TextField label="Activation password" name="activationPassword" {...exact} />
        <TextField
          label="Check letter"
          name="checkLetter"
          maxLength={1}
          {...exact}
          error={refusal === 'check-letter-differs' ? WORDS[refusal] : undefined}
        />
        {refusal !== null && refusal !== 'check-letter-differs' && (
          <Notice tone="error" role="alert">
            {WORDS[refusal]}
          </Notice>
        )}
        {problem !== null && refusal === null && (
          <Notice tone="warning" role="alert">
            {problem}
          </Notice>
        )}
        <Button type="submit" variant="primary">
          Continue
        </Button>
      </form>
    </PhoneScreen>
  );
}
