'use client';

import { ActionForm } from '@/components/forms/action-form';
import { UserIdField } from '@/components/forms/signed-out-fields';
import { TextField } from '@/components/ui/fields/text-field';
import { sentOneTimePasswordNames, signInNames } from '@/lib/names/sign-in-names';
import { sendOneTimePasswordAction } from './actions';
import { t } from '@/lib/language/t';

export function SendForm({ next }: { next: string }) {
  return (
    <ActionForm
      action={sendOneTimePasswordAction}
      submit={t(sentOneTimePasswordNames.send)}
      pendingText={t('Sending…')}
    >
      <input type="hidden" name="next" value={next} />
      <UserIdField />
      <TextField
        label={t(signInNames.password)}
        name="password"
        type="password"
        autoComplete="current-password"
        required
        maxLength={128}
      />
    </ActionForm>
  );
}
