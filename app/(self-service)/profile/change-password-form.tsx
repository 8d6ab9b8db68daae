import { ActionForm } from '@/components/forms/action-form';
import { NewPasswordFields } from '@/components/forms/new-password-fields';
import { TextField } from '@/components/ui/text-field';
import { changePasswordAction } from './actions';

export function ChangePasswordForm({ userId }: { userId: string }) {
  return (
    <ActionForm
      action={changePasswordAction}
      stepUp="never"
      submit="Change password"
      pendingText="Changing…"
      doneWords="Password changed. We signed you out everywhere else."
    >
      <input type="text" name="username" value={userId} readOnly autoComplete="username" hidden />
      <TextField
        label="Current password"
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
