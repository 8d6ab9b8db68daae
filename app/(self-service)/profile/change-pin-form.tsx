import { ActionForm } from '@/components/site/forms/action-form';
import { TextField } from '@/components/ui/fields/text-field';
import { profileNames } from '@/lib/shared/names/profile-names';
import type { ProofPrompt } from '@/lib/shared/form-state';
import { changeGatewayPinAction } from './gateway-actions';
import { t } from '@/lib/shared/language/t';

const PIN_FIELD = { type: 'password', inputMode: 'numeric', autoComplete: 'off', maxLength: 8 } as const;

/** For a PIN that the authentication server keeps. */
export function ChangePinForm({ proof }: { proof: ProofPrompt | null }) {
  return (
    <ActionForm
      action={changeGatewayPinAction}
      proof={proof}
      asks="when-used"
      submit={t(profileNames.changePin)}
      pendingText={t('Changing…')}
      doneWords={t(profileNames.pinChanged)}
    >
      <TextField
        {...PIN_FIELD}
        label={t(profileNames.currentPin)}
        name="currentPin"
        hint={t('Leave it empty if the helpdesk has reset it.')}
      />
      <TextField {...PIN_FIELD} label={t(profileNames.newPin)} name="newPin" hint={t('Up to 8 digits.')} required />
      <TextField {...PIN_FIELD} label={t(profileNames.newPinAgain)} name="newPinAgain" required />
      <TextField
        label={t(profileNames.pinOneTimePassword)}
        name="pinOneTimePassword"
        hint={t('Without the PIN, as your device shows it.')}
        inputMode="numeric"
        autoComplete="one-time-code"
        required
        maxLength={20}
      />
    </ActionForm>
  );
}
