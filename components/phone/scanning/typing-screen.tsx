'use client';

import { useId, useState, type FormEvent } from 'react';
import { readTypedCredentials, type TypingRefusal } from '@/lib/phone/scanning/read-typed-credentials';
import { Button } from '@/components/ui/buttons/button';
import { Notice } from '@/components/ui/notice';
import { TextField } from '@/components/ui/fields/text-field';
import { phoneAppNames } from '@/lib/shared/names/phone-app-names';
import { activationNames } from '@/lib/shared/names/activation-names';
import { PhoneScreen } from '../phone-screen';
import { t, type Message } from '@/lib/shared/language/t';

const WORDS = {
  'not-filled-in': 'Fill in all four fields.',
  'check-letter-differs': 'The check letter doesn’t match. Compare every character. Upper and lower case matter.',
  'value-not-representable': 'The user ID has a character that can’t be used here.',
} as const satisfies Record<TypingRefusal, Message>;

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
  const form = useId();
  const [refusal, setRefusal] = useState<TypingRefusal | null>(null);

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const input = new FormData(event.currentTarget);
    const field = (name: string) => {
      const value = input.get(name);
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
      title={t(phoneAppNames.typeValues)}
      lead={t('Find them on the website’s activation page under “Can’t scan?”. Upper and lower case matter.')}
      leave={{ name: 'back', onPress: onBack }}
      actions={
        <Button type="submit" form={form} variant="primary">
          {t(phoneAppNames.continue)}
        </Button>
      }
    >
      <form id={form} onSubmit={submit} className="grid gap-5">
        <TextField label={t(activationNames.userId)} name="userId" {...exact} />
        <TextField label={t(activationNames.registrationIdentifier)} name="registrationIdentifier" {...exact} />
        <TextField label={t(activationNames.activationPassword)} name="activationPassword" {...exact} />
        <TextField
          label={t(phoneAppNames.checkLetter)}
          name="checkLetter"
          maxLength={1}
          {...exact}
          error={refusal === 'check-letter-differs' ? t(WORDS[refusal]) : undefined}
        />
        {refusal !== null && refusal !== 'check-letter-differs' && (
          <Notice tone="error" role="alert">
            {t(WORDS[refusal])}
          </Notice>
        )}
        {problem !== null && refusal === null && (
          <Notice tone="warning" role="alert">
            {problem}
          </Notice>
        )}
      </form>
    </PhoneScreen>
  );
}
