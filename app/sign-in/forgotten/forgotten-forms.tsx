'use client';

import { ActionForm } from '@/components/forms/action-form';
import { NewPasswordFields } from '@/components/forms/new-password-fields';
import { useTypedUserId } from '@/components/forms/use-typed-user-id';
import { TextField } from '@/components/ui/fields/text-field';
import { MAXIMUM_USER_ID_LENGTH } from '@/lib/accounts/users/user';
import { signInNames, proofNames, passwordNames } from '@/lib/names/sign-in-names';
import { askForCodeAction, resetPasswordAction } from './actions';
import { t } from '@/lib/language/t';

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
      <TextField
        label={t(proofNames.mailedCode)}
        name="code"
        hint={t('Two groups of four, such as KX4P-7MQ2. It works for 10 minutes, in this browser.')}
        required
        maxLength={20}
        autoComplete="one-time-code"
        autoCapitalize="characters"
        spellCheck={false}
      />
      <NewPasswordFields />
    </ActionForm>
  );
}

function UserIdField() {
  const userId = useTypedUserId();
  return (
    <TextField
      key={userId}
      defaultValue={userId}
      label={t(signInNames.userId)}
      name="userId"
      autoComplete="username"
      autoCapitalize="none"
      spellCheck={false}
      required
      maxLength={MAXIMUM_USER_ID_LENGTH}
    />
  );
}
