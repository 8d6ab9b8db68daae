import { PhoneNumbersField } from '@/components/staff/administration/contact-fields';
import { ActionForm } from '@/components/site/forms/action-form';
import type { Contacts } from '@/lib/accounts/users/contacts';
import { contactsVersion } from '@/lib/helpdesk/administration/change-contacts';
import type { ProofPrompt } from '@/lib/shared/form-state';
import { contactNames } from '@/lib/shared/names/profile-names';
import { changeNumbersAction } from './actions';
import { t } from '@/lib/shared/language/t';

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
