'use client';

import { ActionForm } from '@/components/forms/action-form';
import { PasswordField, UserIdField } from '@/components/forms/signed-out-fields';
import { registerNames } from '@/lib/names/sign-in-names';
import { registerSelfAction } from './actions';
import { t } from '@/lib/language/t';

export function RegisterForm() {
  return (
    <ActionForm action={registerSelfAction} submit={t(registerNames.register)} pendingText={t('Sending…')}>
      <UserIdField />
      <PasswordField />
    </ActionForm>
  );
}
