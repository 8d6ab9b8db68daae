import { DEVICE_METHODS } from '@/lib/helpdesk/caller-check/caller-assessment';
import type { DeviceMethods } from '@/lib/helpdesk/caller-check/device-methods';
import { CallerPhoneField } from './caller-phone-field';
import { CheckHeading } from './caller-check-fields';
import type { CallerDevice, FilledIn } from './caller-checks';
import { CHECK_WORDS, OFF_WORDS } from './reissue-words';
import type { AskCallerAction, Confirmation } from './run-caller-request';
import { SelectField } from '@/components/ui/fields/select-field';
import { TextField } from '@/components/ui/fields/text-field';
import { reissueNames } from '@/lib/shared/names/staff-names';
import { t } from '@/lib/shared/language/t';

/**
 * The checks that need one of the caller's devices, or the reasons why they are off.
 * @param vouching devices that may vouch for the caller, given the form's current values
 * @param isAlive whether the page is hydrated
 */
export function DeviceCheckFields({
  userId,
  methods,
  vouching,
  filledIn,
  typed,
  isAlive,
  challengeCaller,
  onConfirmation,
}: {
  userId: string;
  methods: DeviceMethods;
  vouching: readonly CallerDevice[];
  filledIn: FilledIn;
  typed: Record<string, string>;
  isAlive: boolean;
  challengeCaller: AskCallerAction;
  onConfirmation: (confirmation: Confirmation | null) => void;
}) {
  return (
    <>
      {methods['login-request'] === true && isAlive && (
        // Hidden instead of unmounted, so that a confirmation survives when the reason is changed and changed back.
        <div hidden={vouching.length === 0}>
          <CallerPhoneField
            userId={userId}
            vouching={vouching}
            takesUp
            action={challengeCaller}
            onConfirmation={onConfirmation}
          />
        </div>
      )}
      {methods['one-time-password'] === true && vouching.length > 0 && (
        <OneTimePasswordField
          vouching={vouching}
          typed={typed}
          isCounted={filledIn.made.includes('one-time-password')}
        />
      )}
      {DEVICE_METHODS.map((method) => {
        const why = methods[method];
        if (why === true) return null;
        return (
          <p key={method} className="text-ink-soft">
            {t('{check}: off, because {cause}.', { check: t(CHECK_WORDS[method]), cause: t(OFF_WORDS[why]) })}
          </p>
        );
      })}
      {vouching.length === 0 && (
        <p className="text-ink-soft">{t('The caller has no other active device to confirm with.')}</p>
      )}
    </>
  );
}

/**
 * A one-time password that the caller reads out. The gateway checks it when the form is sent.
 * @param vouching devices that may vouch for the caller; at least one
 * @param typed values to show again after a refusal
 */
function OneTimePasswordField({
  vouching,
  typed,
  isCounted,
}: {
  vouching: readonly CallerDevice[];
  typed: Record<string, string>;
  isCounted: boolean;
}) {
  const [only, second] = vouching;
  return (
    <div role="group" aria-label={t(CHECK_WORDS['one-time-password'])} className="grid gap-2">
      <CheckHeading method="one-time-password" isCounted={isCounted} />
      {second ? (
        <SelectField
          label={t('Shown by')}
          name="one-time-password-device"
          options={vouching.map(({ instanceId, name }) => ({ value: instanceId, text: `${name} (${instanceId})` }))}
          defaultValue={typed['one-time-password-device']}
        />
      ) : (
        <input type="hidden" name="one-time-password-device" value={only?.instanceId} />
      )}
      <TextField
        label={t(reissueNames.digits)}
        name="one-time-password-digits"
        hint={
          second || !only
            ? t('Checked when you send.')
            : t('From {device}. Checked when you send.', { device: only.name })
        }
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={16}
      />
    </div>
  );
}
