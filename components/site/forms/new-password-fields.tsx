import { TextField } from '@/components/ui/fields/text-field';
import { MINIMUM_PASSWORD_LENGTH } from '@/lib/accounts/sign-in/password-policy';
import { passwordNames } from '@/lib/shared/names/sign-in-names';
import { t } from '@/lib/shared/language/t';

/**
 * A new password, and the same again: the fields `newPassword` and `newPasswordAgain`.
 * @param hint what a new password must be; left out, what this site asks of one
 */
export function NewPasswordFields({
  hint = t('At least {count} characters. A few random words work well.', { count: MINIMUM_PASSWORD_LENGTH }),
}: {
  hint?: string;
}) {
  return (
    <>
      <TextField
        label={t(passwordNames.newPassword)}
        name="newPassword"
        type="password"
        autoComplete="new-password"
        hint={hint}
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
