import { TextField } from '@/components/ui/text-field';
import { MINIMUM_PASSWORD_LENGTH } from '@/lib/accounts/sign-in/password-policy';
import { passwordNames } from '@/lib/names/password-names';

/** A new password, and the same again: the fields `newPassword` and `newPasswordAgain`. */
export function NewPasswordFields() {
  return (
    <>
      <TextField
        label={passwordNames.newPassword}
        name="newPassword"
        type="password"
        autoComplete="new-password"
        hint={`At least ${MINIMUM_PASSWORD_LENGTH} characters. A few random words work well.`}
        required
        maxLength={128}
      />
      <TextField
        label={passwordNames.newPasswordAgain}
        name="newPasswordAgain"
        type="password"
        autoComplete="new-password"
        required
        maxLength={128}
      />
    </>
  );
}
