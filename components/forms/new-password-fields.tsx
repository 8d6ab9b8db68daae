import { TextField } from '@/components/ui/fields/text-field';
import { MINIMUM_PASSWORD_LENGTH } from '@/lib/accounts/sign-in/password-policy';
import { passwordNames } from '@/lib/names/sign-in-names';
import { t } from '@/lib/language/t';

/** A new password, and the same again: the fields `newPassword` and `newPasswordAgain`. */
export function NewPasswordFields() {
  return (
    <>
      <TextField
        label={t(passwordNames.newPassword)}
        name="newPassword"
        type="password"
        autoComplete="new-password"
        hint={t('At least {count} characters. A few random words work well.', { count: MINIMUM_PASSWORD_LENGTH })}
        required
        maxLength={128}
      />
      <TextField
        label={t(passwordNames.newPasswordAgain)}
        name="newPasswordAgain"
        type="password"
        autoComplete="new-password"
        required
        maxLength={128}
      />
    </>
  );
}
