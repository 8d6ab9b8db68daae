'use client';

import { TextField } from '@/components/ui/fields/text-field';
import { MAXIMUM_PASSWORD_LENGTH } from '@/lib/accounts/sign-in/password-policy';
import { MAXIMUM_USER_ID_LENGTH } from '@/lib/accounts/users/user';
import { t } from '@/lib/shared/language/t';
import { proofNames, signInNames } from '@/lib/shared/names/sign-in-names';
import { useTypedUserId } from './use-typed-user-id';

/** Who somebody without a session is, as typed on the page before. */
export function UserIdField() {
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

/** What they know of that account. */
export function PasswordField() {
  return (
    <TextField
      label={t(signInNames.password)}
      name="password"
      type="password"
      autoComplete="current-password"
      required
      maxLength={MAXIMUM_PASSWORD_LENGTH}
    />
  );
}

/** The code that was asked for in this browser. */
export function MailedCodeField() {
  return (
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
  );
}
