'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/buttons/button';
import { SearchField } from '@/components/ui/fields/search-field';
import { useZone } from '@/components/ui/time';
import { profileNames } from '@/lib/shared/names/profile-names';
import { cityOf, nameOfToday, timeZones } from '@/lib/shared/time/time-zone';
import { t } from '@/lib/shared/language/t';

/** A zone by its city. Without JavaScript a field for its name. @param zone that is in force */
export function TimeZoneField({ zone }: { zone: string }) {
  const [text, setText] = useState(() => cityOf(nameOfToday(zone)));
  const browsers = useZone();
  const suggested = browsers === null ? null : nameOfToday(browsers);
  return (
    <>
      <SearchField
        label={t(profileNames.timeZone)}
        name="timeZone"
        hint={t('Type a city. Pages use the zone of your browser.')}
        text={text}
        onText={setText}
        readOptions={readOptions}
        maxLength={64}
      />
      {suggested !== null && suggested !== nameOfToday(zone) && (
        <div className="-mt-3 -ml-3">
          <Button
            variant="quiet"
            onClick={({ currentTarget }) => {
              setText(cityOf(suggested));
              const field = currentTarget.form?.elements.namedItem('timeZone');
              if (field instanceof HTMLInputElement) field.focus();
            }}
          >
            {t('Use {zone}, like this browser', { zone: cityOf(suggested) })}
          </Button>
        </div>
      )}
    </>
  );
}

function readOptions() {
  const options = timeZones().map((zone) => {
    const [area = ''] = zone.split('/', 1);
    return { text: cityOf(zone), detail: area === zone ? '' : area };
  });
  return options.toSorted((one, other) => (one.text < other.text ? -1 : 1));
}
