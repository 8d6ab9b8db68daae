import { TextAreaField } from '@/components/ui/fields/text-area-field';
import { t } from '@/lib/shared/language/t';
import { contactNames } from '@/lib/shared/names/profile-names';

/** The numbers that the helpdesk calls back on, one on each line. @param numbers as saved */
export function PhoneNumbersField({ numbers }: { numbers: readonly string[] }) {
  return (
    <TextAreaField
      label={t(contactNames.phoneNumbers)}
      name="phoneNumbers"
      defaultValue={numbers.join('\n')}
      hint={t('One on each line, at most five, each with its country: +49 30 1234567.')}
      maxLength={200}
      autoComplete="off"
      spellCheck={false}
      inputMode="tel"
    />
  );
}
