import { ActionForm } from '@/components/forms/action-form';
import { TextAreaField } from '@/components/ui/text-area-field';
import { profileNames } from '@/lib/names/profile-names';
import { changeAddressesAction } from './actions';

export function AddressesForm({ addresses }: { addresses: readonly string[] }) {
  return (
    <ActionForm
      action={changeAddressesAction}
      stepUp="later"
      submit={profileNames.saveAddresses}
      variant="secondary"
      pendingText="Saving…"
      doneWords="Addresses saved. We told the old ones and the new ones."
    >
      <TextAreaField
        key={addresses.join()}
        label={profileNames.addresses}
        name="mailAddresses"
        hint="One on each line, up to five, the one to write to first on top."
        defaultValue={addresses.join('\n')}
        required
        maxLength={1_500}
        autoComplete="email"
        spellCheck={false}
      />
    </ActionForm>
  );
}
