import { ActionForm } from '@/components/site/forms/action-form';
import { NewPasswordFields } from '@/components/site/forms/new-password-fields';
import { TextField } from '@/components/ui/fields/text-field';
import { profileNames } from '@/lib/shared/names/profile-names';
import type { ProofPrompt } from '@/lib/shared/form-state';
import { changePasswordAction } from './actions';
import { changeGatewayPasswordAction } from './gateway-actions';
import { t } from '@/lib/shared/language/t';

export function ChangePasswordForm({ userId }: { userId: string }) {
  return (
    <ActionForm
      action={changePasswordAction}
      submit={t(profileNames.changePassword)}
      pendingText={t('Changing…')}
      doneWords={t(profileNames.passwordChanged)}
    >
      <CurrentPassword userId={userId} />
      <NewPasswordFields />
    </ActionForm>
  );
}

/** For a password that the authentication server keeps, or the directory behind it. */
export function ChangeGatewayPasswordForm({ userId, proof }: { userId: string; proof: ProofPrompt | null }) {
  return (
    <ActionForm
      action={changeGatewayPasswordAction}
      proof={proof}
      asks="when-used"
      submit={t(profileNames.changePassword)}
      pendingText={t('Changing…')}
      doneWords={t(profileNames.passwordChanged)}
    >
      <CurrentPassword userId={userId} />
      <NewPasswordFields hint={t('Your organisation’s rules for passwords apply.')} />
    </ActionForm>
  );
}

function CurrentPassword({ userId }: { userId: string }) {
  return (
    <>
      <input type="text" name="username" value={userId} readOnly autoComplete="username" hidden />
      <TextField
        label={t(profileNames.currentPassword)}
        name="currentPassword"
        type="password"
        autoComplete="current-password"
        required
        maxLength={128}
      />
    </>
  );
}
