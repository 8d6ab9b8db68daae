import { PhoneNumbersField } from '@/components/administration/contact-fields';
import { ActionForm } from '@/components/forms/action-form';
import type { Contacts } from '@/lib/accounts/users/contacts';
import { contactsVersion } from '@/lib/administration/change-contacts';
import type { ProofPrompt } from '@/lib/shared/form-state';
import { contactNames } from '@/lib/names/profile-names';
import { changeNumbersAction } from './actions';
import { t } from '@/lib/language/t';

export function NumbersForm({ contacts, proof }: { contacts: Contacts; proof: ProofPrompt | null }) {
  const version = contactsVersion(contacts);
  return (
    <ActionForm
      action={changeNumbersAction}
      proof={proof}
      asks="when-used"
      submit={t(contactNames.saveNumbers)}
      variant="secondary"
      pendingText={t('Saving…')}
      doneWords={t('Numbers saved. We told you by email.')}
    >
      <input key={`version ${version}`} type="hidden" name="shown" value={version} autoComplete="off" />
      <PhoneNumbersField key={version} numbers={contacts.phoneNumbers.map(({ number }) => number)} />
    </ActionForm>
  );
}
