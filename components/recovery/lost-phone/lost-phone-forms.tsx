'use client';

import { ActionForm } from '@/components/forms/action-form';
import type { RefusalCode } from '@/components/forms/refusal-words';
import { useTypedUserId } from '@/components/forms/use-typed-user-id';
import { TextField } from '@/components/ui/fields/text-field';
import { MAXIMUM_PASSWORD_LENGTH } from '@/lib/accounts/sign-in/password-policy';
import { MAXIMUM_USER_ID_LENGTH } from '@/lib/accounts/users/user';
import { t } from '@/lib/language/t';
import { lostPhoneNames } from '@/lib/names/lost-phone-names';
import { proofNames, signInNames } from '@/lib/names/sign-in-names';
import type { FormAction } from '@/lib/shared/form-state';

type Form = { action: FormAction<RefusalCode> };

export function LockWithPassword({ action }: Form) {
  return (
    <ActionForm action={action} submit={t(lostPhoneNames.lock)} pendingText={t('Locking…')}>
      <UserIdField />
      <TextField
        label={t(signInNames.password)}
        name="password"
        type="password"
        autoComplete="current-password"
        required
        maxLength={MAXIMUM_PASSWORD_LENGTH}
      />
    </ActionForm>
  );
}

export function AskForLostPhoneCode({ action }: Form) {
  return (
    <ActionForm action={action} submit={t(proofNames.emailCode)} pendingText={t('Sending…')}>
      <UserIdField />
    </ActionForm>
  );
}

export function LockWithCode({ action }: Form) {
  return (
    <ActionForm action={action} submit={t(lostPhoneNames.lock)} pendingText={t('Locking…')}>
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
