import { ActionForm } from '@/components/site/forms/action-form';
import { profileNames } from '@/lib/shared/names/profile-names';
import { chooseTimeZoneAction } from './actions';
import { TimeZoneField } from './time-zone-field';
import { t } from '@/lib/shared/language/t';

/** @param zone that is in force: the one that was chosen, or the site's */
export function TimeZoneForm({ zone }: { zone: string }) {
  return (
    <ActionForm
      action={chooseTimeZoneAction}
      submit={t(profileNames.saveTimeZone)}
      variant="secondary"
      pendingText={t('Saving…')}
      doneWords={t('Time zone saved.')}
    >
      <TimeZoneField key={zone} zone={zone} />
    </ActionForm>
  );
}
