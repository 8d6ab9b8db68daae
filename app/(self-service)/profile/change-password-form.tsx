import { ActionForm } from '@/components/forms/action-form';
import { NewPasswordFields } from '@/components/forms/new-password-fields';
import { TextField } from '@/components/ui/fields/text-field';
import { profileNames } from '@/lib/names/profile-names';
import { changePasswordAction } from './actions';
import { t } from '@/lib/language/t';

export function ChangePasswordForm({ userId }: { userId: string }) {
  return (
    <ActionForm
      action={changePasswordAction}
      submit={t(profileNames.changePassword)}
      pendingText={t('Changing…')}
      doneWords={t(profileNames.passwordChanged)}
    >
      <input type="text" name="username" value={userId} readOnly autoComplete="username" hidden />
      <TextField
        label={t(profileNames.currentPassword)}
        name="currentPassword"
        type="password"
        autoComplete="current-password"
        required
        maxLength={128}
      />
      <NewPasswordFields />
    </ActionForm>
  );
}
