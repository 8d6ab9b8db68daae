import { SelectField } from '@/components/ui/fields/select-field';
import { TextAreaField } from '@/components/ui/fields/text-area-field';
import { TextField } from '@/components/ui/fields/text-field';
import type { User } from '@/lib/accounts/users/user';
import { LANGUAGES, type Language } from '@/lib/shared/language';
import { MAXIMUM_NAME_LENGTH } from '@/lib/accounts/users/new-user';
import { MAXIMUM_GROUP_LENGTH } from '@/lib/helpdesk/administration/account-details';
import { accountNames } from '@/lib/shared/names/staff-names';
import { t, type PlainMessage } from '@/lib/shared/language/t';

const LANGUAGE_WORDS: Record<Language, PlainMessage> = { en: 'English', de: 'German', fr: 'French', nl: 'Dutch' };

/** What administrators write down of a user. @param user as saved; null for a new one */
export function AccountFields({ user }: { user: User | null }) {
  return (
    <>
      <TextField
        label={t(accountNames.name)}
        name="displayName"
        defaultValue={user?.displayName}
        required
        maxLength={MAXIMUM_NAME_LENGTH}
        autoComplete="off"
      />
      <TextAreaField
        label={t(accountNames.addresses)}
        name="mailAddresses"
        defaultValue={user?.mailAddresses.join('\n')}
        hint={t('One on each line, at most five. Emails go to the first one; what concerns security goes to all.')}
        maxLength={1_500}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
      <SelectField
        label={t(accountNames.language)}
        name="language"
        options={LANGUAGES.map((value) => ({ value, text: t(LANGUAGE_WORDS[value]) }))}
        defaultValue={user?.language}
      />
      <TextField
        label={t(accountNames.group)}
        name="group"
        defaultValue={user?.group?.name}
        hint={t('Leave empty for none.')}
        maxLength={MAXIMUM_GROUP_LENGTH}
        autoComplete="off"
      />
    </>
  );
}
