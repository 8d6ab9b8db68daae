import { ActionForm } from '@/components/forms/action-form';
import { SelectField } from '@/components/ui/select-field';
import { timeZones } from '@/lib/shared/time/time-zone';
import { chooseTimeZoneAction } from './actions';
import { UseBrowserZone } from './use-browser-zone';

/** @param chosen null for the site's */
export function TimeZoneForm({ chosen, sites }: { chosen: string | null; sites: string }) {
  const zones = [...new Set([...timeZones(), ...(chosen === null ? [] : [chosen])])];
  return (
    <ActionForm
      action={chooseTimeZoneAction}
      stepUp="never"
      submit="Save time zone"
      variant="secondary"
      pendingText="Saving…"
      doneWords="Time zone saved."
    >
      <SelectField
        key={chosen}
        label="Time zone"
        name="timeZone"
        hint="Pages use the zone of your browser."
        defaultValue={chosen ?? ''}
        options={[
          { value: '', text: `The site’s (${sites})` },
          ...zones.map((zone) => ({ value: zone, text: zone.replaceAll('_', ' ') })),
        ]}
      />
      <UseBrowserZone field="timeZone" chosen={chosen ?? sites} />
    </ActionForm>
  );
}
