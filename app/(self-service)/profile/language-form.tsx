import { ActionForm } from '@/components/site/forms/action-form';
import { SelectField } from '@/components/ui/fields/select-field';
import { profileNames } from '@/lib/shared/names/profile-names';
import { LANGUAGES, OWN_NAMES, type Language } from '@/lib/shared/language';
import { chooseLanguageAction } from './actions';
import { t } from '@/lib/shared/language/t';

/** @param chosen of the person's mails; that of pages is a browser's */
export function LanguageForm({ chosen }: { chosen: Language }) {
  return (
    <ActionForm
      action={chooseLanguageAction}
      submit={t(profileNames.saveLanguage)}
      variant="secondary"
      pendingText={t('Saving…')}
      doneWords={t('Language saved.')}
    >
      <SelectField
        key={chosen}
        label={t(profileNames.mailLanguage)}
        name="language"
        hint={t('For pages, choose at the foot of the page.')}
        defaultValue={chosen}
        options={LANGUAGES.map((value) => ({ value, text: OWN_NAMES[value], lang: value }))}
      />
    </ActionForm>
  );
}
