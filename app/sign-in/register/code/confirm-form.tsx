'use client';

import { MailedCodeField, UserIdField } from '@/components/site/forms/signed-out-fields';
import { CodeSessionForm } from '@/components/site/sessions/code-session-form';
import { registerNames } from '@/lib/shared/names/sign-in-names';
import { t } from '@/lib/shared/language/t';

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
