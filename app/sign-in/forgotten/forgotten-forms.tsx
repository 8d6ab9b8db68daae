'use client';

import { ActionForm } from '@/components/site/forms/action-form';
import { NewPasswordFields } from '@/components/site/forms/new-password-fields';
import { MailedCodeField, UserIdField } from '@/components/site/forms/signed-out-fields';
import { proofNames, passwordNames } from '@/lib/shared/names/sign-in-names';
import { askForCodeAction, resetPasswordAction } from './actions';
import { t } from '@/lib/shared/language/t';

export function AskForCode() {
  return (
    <ActionForm action={askForCodeAction} submit={t(proofNames.emailCode)} pendingText={t('Sending…')}>
      <UserIdField />
    </ActionForm>
  );
}

export function ChooseNewPassword() {
  return (
    <ActionForm
      action={resetPasswordAction}
      submit={t(passwordNames.setNew)}
      pendingText={t('Setting…')}
      pageWords={t('Your password is changed, and you’re signed out everywhere. Sign in with the new one.')}
    >
      <UserIdField />
      <MailedCodeField />
      <NewPasswordFields />
    </ActionForm>
  );
}
