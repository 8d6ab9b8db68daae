'use client';

import { ActionForm } from '@/components/site/forms/action-form';
import { PasswordField, UserIdField } from '@/components/site/forms/signed-out-fields';
import { registerNames } from '@/lib/shared/names/sign-in-names';
import { registerSelfAction } from './actions';
import { t } from '@/lib/shared/language/t';

export function RegisterForm() {
  return (
    <ActionForm action={registerSelfAction} submit={t(registerNames.register)} pendingText={t('Sending…')}>
      <UserIdField />
      <PasswordField />
    </ActionForm>
  );
}
