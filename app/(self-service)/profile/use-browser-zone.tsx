'use client';

import { Button } from '@/components/ui/buttons/button';
import { useZone } from '@/components/ui/time';
import { t } from '@/lib/language/t';

/** Chooses the zone of this browser in the form's field. @param field its name @param chosen the zone that is in force */
export function UseBrowserZone({ field, chosen }: { field: string; chosen: string }) {
  const zone = useZone();
  if (zone === null || zone === chosen) return null;
  return (
    <div className="-mt-3 -ml-3">
      <Button
        type="button"
        variant="quiet"
        onClick={({ currentTarget }) => {
          const select = currentTarget.form?.elements.namedItem(field);
          if (!(select instanceof HTMLSelectElement)) return;
          // Browsers know some zones by other names than the server.
          if (![...select.options].some(({ value }) => value === zone)) select.add(new Option(zone, zone));
          select.value = zone;
          select.focus();
        }}
      >
        {t('Use {zone}, like this browser', { zone })}
      </Button>
    </div>
  );
}
