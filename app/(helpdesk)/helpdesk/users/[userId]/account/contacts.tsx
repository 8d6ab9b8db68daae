import { Fragment } from 'react';
import { PhoneNumbersField } from '@/components/staff/administration/contact-fields';
import { StaffForm } from '@/components/staff/helpdesk/staff-form';
import { TextField } from '@/components/ui/fields/text-field';
import type { Contacts } from '@/lib/accounts/users/contacts';
import { MAXIMUM_USER_ID_LENGTH } from '@/lib/accounts/users/user';
import { contactsVersion } from '@/lib/helpdesk/administration/change-contacts';
import { contactNames } from '@/lib/shared/names/profile-names';
import { changeContactsAction } from './actions';
import { t } from '@/lib/shared/language/t';

/** What the helpdesk makes sure with that a caller is this person. */
export function ContactsForm({ userId, contacts }: { userId: string; contacts: Contacts }) {
  const version = contactsVersion(contacts);
  return (
    <StaffForm
      action={changeContactsAction}
      decides
      submit={t(contactNames.saveContacts)}
      pendingText={t('Saving…')}
      pageWords={t('Saved. What is new counts in a week, and the person is told.')}
    >
      <input type="hidden" name="userId" value={userId} />
      {/* What was saved, and what a colleague saves meanwhile, takes the place of what was typed. */}
      <Fragment key={version}>
        <input type="hidden" name="shown" value={version} autoComplete="off" />
        <PhoneNumbersField numbers={contacts.phoneNumbers.map(({ number }) => number)} />
        <TextField
          label={t(contactNames.manager)}
          name="managerUserId"
          defaultValue={contacts.manager?.userId}
          hint={t('Confirms to the helpdesk who is calling. Leave empty for none.')}
          maxLength={MAXIMUM_USER_ID_LENGTH}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
      </Fragment>
    </StaffForm>
  );
}
