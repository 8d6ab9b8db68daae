import { CheckField } from '@/components/ui/check-field';
import { SelectField } from '@/components/ui/select-field';
import { TextField } from '@/components/ui/text-field';
import type { CallerDevice } from './caller-checks';
import { CheckLabel } from './check-label';

/**
 * What the caller reads out from a device. The gateway checks it when the form is sent.
 * @param vouching devices whose word counts, at least one
 * @param typed what was filled in before a refusal
 */
export function OneTimePasswordField({
  vouching,
  typed,
}: {
  vouching: readonly CallerDevice[];
  typed: Record<string, string>;
}) {
  const [only, second] = vouching;
  return (
    <CheckField
      name="one-time-password"
      label={<CheckLabel method="one-time-password" />}
      defaultChecked={typed['one-time-password'] === 'on'}
    >
      {second ? (
        <SelectField
          label="Shown by"
          name="one-time-password-device"
          options={vouching.map(({ instanceId, name }) => ({ value: instanceId, text: `${name} (${instanceId})` }))}
          defaultValue={typed['one-time-password-device']}
        />
      ) : (
        <input type="hidden" name="one-time-password-device" value={only?.instanceId} />
      )}
      <TextField
        label="Digits"
        name="one-time-password-digits"
        hint={second ? undefined : `From ${only?.name}. It is checked when you send.`}
        inputMode="numeric"
        autoComplete="off"
        maxLength={16}
      />
    </CheckField>
  );
}
