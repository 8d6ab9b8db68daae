import { ActionForm } from '@/components/site/forms/action-form';
import { TextField } from '@/components/ui/fields/text-field';
import { profileNames } from '@/lib/shared/names/profile-names';
import type { ProofPrompt } from '@/lib/shared/form-state';
import { synchronisePasswordAction } from './gateway-actions';
import { t } from '@/lib/shared/language/t';

/** For a password that was changed in the directory behind the authentication server. */
export function SynchronisePasswordForm({ userId, proof }: { userId: string; proof: ProofPrompt | null }) {
  return (
    <ActionForm
      action={synchronisePasswordAction}
      proof={proof}
      asks="when-used"
      submit={t(profileNames.synchronise)}
      pendingText={t('Changing…')}
      doneWords={t(profileNames.synchronised)}
    >
      <input type="text" name="username" value={userId} readOnly autoComplete="username" hidden />
      <TextField
        label={t(profileNames.elsewherePassword)}
        name="elsewherePassword"
        type="password"
        autoComplete="current-password"
        required
        maxLength={128}
      />
      <TextField
        label={t(profileNames.syncOneTimePassword)}
        name="syncOneTimePassword"
        hint={t('With your server PIN in front, if you have one.')}
        inputMode="numeric"
        autoComplete="one-time-code"
        required
        maxLength={24}
      />
    </ActionForm>
  );
}
