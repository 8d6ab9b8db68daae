'use client';

import { MailedCodeField, UserIdField } from '@/components/forms/signed-out-fields';
import { CodeSessionForm } from '@/components/sessions/code-session-form';
import { registerNames } from '@/lib/names/sign-in-names';
import { t } from '@/lib/language/t';

/** Leads to the activation of a first device. */
export function ConfirmForm() {
  return (
    <CodeSessionForm
      way="registration"
      next="/activations/new"
      submit={t(registerNames.confirm)}
      wrongCode={t(
        'That code didn’t work. It works once, for 10 minutes, in the browser that requested it. A newer email replaces it.',
      )}
    >
      <UserIdField />
      <MailedCodeField />
    </CodeSessionForm>
  );
}
