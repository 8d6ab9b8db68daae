'use client';

import { ActionForm } from '@/components/forms/action-form';
import { UserIdField } from '@/components/forms/signed-out-fields';
import { TextField } from '@/components/ui/fields/text-field';
import { registerNames, signInNames } from '@/lib/names/sign-in-names';
import { registerSelfAction } from './actions';
import { t } from '@/lib/language/t';

export function RegisterForm() {
  return (
    <ActionForm action={registerSelfAction} submit={t(registerNames.register)} pendingText={t('Sending…')}>
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
