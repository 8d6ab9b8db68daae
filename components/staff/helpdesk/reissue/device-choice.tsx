import { DeviceState } from '@/components/site/devices/device-facts';
import { RichText } from '@/components/site/language/rich-text';
import { RadioCard } from '@/components/ui/fields/radio-card';
import { SelectField } from '@/components/ui/fields/select-field';
import { Time } from '@/components/ui/time';
import { OLD_DEVICE_FATES } from '@/lib/helpdesk/invitations/reissue';
import { reissueNames } from '@/lib/shared/names/staff-names';
import { NO_DEVICE, type CallerDevice, type FilledIn } from './caller-checks';
import { FATE_WORDS } from './reissue-words';
import { t } from '@/lib/shared/language/t';

/**
 * Which device an invitation is about, and what happens to it. Of two or more none is chosen for the agent.
 * @param chosen instance ID of the device that is chosen from the start; null for none
 * @param isSuggested whether the page has filled in what happens to the device
 */
export function DeviceChoice({
  devices,
  canLock,
  chosen,
  filledIn: { reason, fate },
  isSuggested,
  typed,
}: {
  devices: readonly CallerDevice[];
  canLock: boolean;
  chosen: string | null;
  filledIn: FilledIn;
  isSuggested: boolean;
  typed: Record<string, string>;
}) {
  if (devices.length === 0) {
    return (
      <>
        <input type="hidden" name="oldInstanceId" value={NO_DEVICE} />
        <p className="text-ink-soft">{t('The user has no device.')}</p>
      </>
    );
  }
  return (
    <div className="group/device grid gap-4">
      <fieldset className="grid gap-3">
        <legend className="mb-1.5 font-semibold">{t(reissueNames.devices)}</legend>
        {devices.map(({ instanceId, name, state, lastUsedAt }) => (
          <RadioCard
            key={instanceId}
            name="oldInstanceId"
            value={instanceId}
            defaultChecked={chosen === instanceId}
            required
          >
            <span className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
              <span className="font-semibold">{name}</span>
              <DeviceState state={state} />
            </span>
            <span className="block text-sm text-ink-soft">
              {lastUsedAt !== undefined &&
                (lastUsedAt === null ? (
                  t('Never used')
                ) : (
                  <RichText message="Last used {time}" values={{ time: <Time at={lastUsedAt} form="relative" /> }} />
                ))}
              {name !== instanceId && ` ${lastUsedAt === undefined ? '' : '· '}${instanceId}`}
            </span>
          </RadioCard>
        ))}
        <RadioCard name="oldInstanceId" value={NO_DEVICE} defaultChecked={chosen === NO_DEVICE} required>
          {t(reissueNames.noDevice)}
        </RadioCard>
      </fieldset>
      <div className="hidden gap-1.5 group-has-[input[name=oldInstanceId]:checked:not([value=none])]/device:grid">
        <SelectField
          label={t(reissueNames.fate)}
          name="oldDevice"
          options={[
            ...OLD_DEVICE_FATES.map((value) => ({
              value,
              text: value === 'lock' && !canLock ? t('Remove now') : t(FATE_WORDS[value]),
            })),
            { value: 'none', text: t('Nothing') },
          ]}
          defaultValue={typed['oldDevice'] ?? 'keep'}
        />
        {!canLock && (
          <p className="text-sm text-ink-soft">
            {t('The activation service can’t lock devices for this site. A device that has to stop is removed.')}
          </p>
        )}
        <p role="status" className="text-sm font-semibold text-warning empty:hidden">
          {fateNote(reason, fate, canLock, isSuggested)}
        </p>
      </div>
    </div>
  );
}

/** Why the chosen fate is not the one that happens, or why it was suggested. */
function fateNote(reason: FilledIn['reason'], fate: string, canLock: boolean, isSuggested: boolean): string | null {
  if (reason === 'stolen' && fate !== 'lock')
    return canLock
      ? t('A stolen device is locked immediately, whatever is chosen here.')
      : t('A stolen device is removed immediately, whatever is chosen here.');
  if (!isSuggested || fate !== 'lock') return null;
  if (reason === 'lost') return t('Suggested, because it was lost. You can change it.');
  return reason === 'stolen' ? t('Suggested, because it was stolen. You can change it.') : null;
}
