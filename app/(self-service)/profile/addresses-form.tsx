import { ActionForm } from '@/components/site/forms/action-form';
import { TextAreaField } from '@/components/ui/fields/text-area-field';
import type { User } from '@/lib/accounts/users/user';
import { addressesVersion } from '@/lib/helpdesk/administration/change-details';
import type { ProofPrompt } from '@/lib/shared/form-state';
import { profileNames } from '@/lib/shared/names/profile-names';
import { changeAddressesAction } from './actions';
import { t } from '@/lib/shared/language/t';

export function AddressesForm({ user, proof }: { user: User; proof: ProofPrompt | null }) {
  const version = addressesVersion(user);
  return (
    <ActionForm
      action={changeAddressesAction}
      proof={proof}
      asks="when-used"
      submit={t(profileNames.saveAddresses)}
      variant="secondary"
      pendingText={t('Saving…')}
      doneWords={t('Addresses saved. We told the old ones and the new ones.')}
    >
      <input key={`version ${version}`} type="hidden" name="shown" value={version} autoComplete="off" />
      <TextAreaField
        key={version}
        label={t(profileNames.addresses)}
        name="mailAddresses"
        hint={t('Up to five, one per line. We use the first one first.')}
        defaultValue={user.mailAddresses.join('\n')}
        required
        maxLength={1_500}
        autoComplete="email"
        spellCheck={false}
      />
    </ActionForm>
  );
}
