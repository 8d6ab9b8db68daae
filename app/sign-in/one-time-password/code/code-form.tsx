'use client';

import { CodeSessionForm } from '@/components/site/sessions/code-session-form';
import { TextField } from '@/components/ui/fields/text-field';
import { sentOneTimePasswordNames } from '@/lib/shared/names/sign-in-names';
import { t } from '@/lib/shared/language/t';

/** @param next path to open after the sign-in */
export function CodeForm({ next }: { next: string }) {
  return (
    <CodeSessionForm
      way="one-time-password"
      next={next}
      submit={t(sentOneTimePasswordNames.enter)}
      wrongCode={t(
        'That one-time password didn’t work. Each works once, for a short time, in the browser that requested it.',
      )}
      clears="code"
    >
      <TextField
        label={t(sentOneTimePasswordNames.code)}
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        required
        maxLength={20}
      />
    </CodeSessionForm>
  );
}
