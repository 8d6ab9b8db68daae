import { ActionForm } from '@/components/forms/action-form';
import { SelectField } from '@/components/ui/fields/select-field';
import { timeZones } from '@/lib/shared/time/time-zone';
import { chooseTimeZoneAction } from './actions';
import { UseBrowserZone } from './use-browser-zone';
import { t } from '@/lib/language/t';

/** @param chosen null for the site's */
export function TimeZoneForm({ chosen, sites }: { chosen: string | null; sites: string }) {
  const zones = [...new Set([...timeZones(), ...(chosen === null ? [] : [chosen])])];
  return (
    <ActionForm
      action={chooseTimeZoneAction}
      stepUp="never"
      submit={t('Save time zone')}
      variant="secondary"
      pendingText={t('Saving…')}
      doneWords={t('Time zone saved.')}
    >
      <SelectField
        key={chosen}
        label={t('Time zone')}
        name="timeZone"
        hint={t('Pages use the zone of your browser.')}
        defaultValue={chosen ?? ''}
        options={[
          { value: '', text: t('The site’s ({zone})', { zone: sites }) },
          ...zones.map((zone) => ({ value: zone, text: zone.replaceAll('_', ' ') })),
        ]}
      />
      <UseBrowserZone field="timeZone" chosen={chosen ?? sites} />
    </ActionForm>
  );
}
