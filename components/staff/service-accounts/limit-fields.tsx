import { TextAreaField } from '@/components/ui/fields/text-area-field';
import { TextField } from '@/components/ui/fields/text-field';
import { serviceAccountNames } from '@/lib/shared/names/staff-names';
import { MAXIMUM_REQUESTS_PER_MINUTE, type TypedLimits } from '@/lib/helpdesk/service-accounts/typed-account';
import { t } from '@/lib/shared/language/t';

/** From where, how often and how long a system may call. @param days `lastDayRange` */
export function LimitFields({ typed, days }: { typed: TypedLimits; days: { earliest: string; latest: string } }) {
  return (
    <>
      <TextAreaField
        label={t(serviceAccountNames.networks)}
        name="networks"
        hint={t(
          'Addresses or ranges such as 192.0.2.0/24 or 2001:db8::/32, one on each line. Leave it empty for every network.',
        )}
        defaultValue={typed.networks}
        maxLength={4_000}
        autoComplete="off"
        spellCheck={false}
      />
      <TextField
        label={t(serviceAccountNames.requestsPerMinute)}
        name="requestsPerMinute"
        type="number"
        inputMode="numeric"
        min={1}
        max={MAXIMUM_REQUESTS_PER_MINUTE}
        defaultValue={typed.requestsPerMinute}
        required
        autoComplete="off"
      />
      <TextField
        label={t(serviceAccountNames.lastDay)}
        name="lastDay"
        type="date"
        hint={t('It expires when that day is over (UTC), in a year at the latest.')}
        min={days.earliest}
        max={days.latest}
        defaultValue={typed.lastDay}
        required
      />
    </>
  );
}
