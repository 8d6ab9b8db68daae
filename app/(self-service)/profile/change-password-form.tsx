import { ActionForm } from '@/components/forms/action-form';
import { TextField } from '@/components/ui/text-field';
import { MINIMUM_PASSWORD_LENGTH } from '@/lib/accounts/sign-in/password-policy';
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
      <TextField
        label="New password"
        name="newPassword"
        type="password"
        autoComplete="new-password"
        hint={`At least ${MINIMUM_PASSWORD_LENGTH} characters. A few random words work well.`}
        required
        maxLength={128}
      />
      <TextField
        label="New password again"
        name="newPasswordAgain"
        type="password"
        autoComplete="new-password"
        required
        maxLength={128}
      />
    </ActionForm>
  );
}
