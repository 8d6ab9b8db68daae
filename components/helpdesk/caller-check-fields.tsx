import { CheckField } from '@/components/ui/check-field';
import { SelectField } from '@/components/ui/select-field';
import { TextField } from '@/components/ui/text-field';
import { CHECK_WEIGHTS, MAXIMUM_DETAIL_LENGTH, type CheckMethod } from '@/lib/helpdesk/caller-check';
import type { CallerDevice } from './caller-checks';
import { CHECK_WORDS } from './reissue-words';

const DETAILS: Record<Exclude<CheckMethod, 'one-time-password'>, string> = {
  'call-back': 'Number called',
  'identity-document': 'Last four characters',
  manager: 'Name of the manager',
};

/**
 * The checks of the caller, each with what it counts for.
 * @param vouching devices whose one-time password may count
 * @param typed what was filled in before a refusal
 */
export function CallerCheckFields({
  vouching,
  typed,
}: {
  vouching: readonly CallerDevice[];
  typed: Record<string, string>;
}) {
  return (
    <>
      {(Object.keys(DETAILS) as (keyof typeof DETAILS)[]).map((method) => (
        <CheckField key={method} name={method} label={label(method)} defaultChecked={typed[method] === 'on'}>
          <TextField
            label={DETAILS[method]}
            name={`${method}-detail`}
            maxLength={MAXIMUM_DETAIL_LENGTH}
            autoComplete="off"
            defaultValue={typed[`${method}-detail`] ?? ''}
          />
        </CheckField>
      ))}
      {vouching.length > 0 && (
        <CheckField
          name="one-time-password"
          label={label('one-time-password')}
          defaultChecked={typed['one-time-password'] === 'on'}
        >
          {vouching.length === 1 ? (
            <input type="hidden" name="one-time-password-device" value={vouching[0]?.instanceId} />
          ) : (
            <SelectField
              label="Shown by"
              name="one-time-password-device"
              options={vouching.map(({ instanceId, name }) => ({ value: instanceId, text: `${name} (${instanceId})` }))}
              defaultValue={typed['one-time-password-device']}
            />
          )}
          <TextField
            label="Digits"
            name="one-time-password-digits"
            hint={vouching.length === 1 ? `From ${vouching[0]?.name}. It is checked when you send.` : undefined}
            inputMode="numeric"
            autoComplete="off"
            maxLength={16}
          />
        </CheckField>
      )}
    </>
  );
}

function label(method: CheckMethod) {
  const points = CHECK_WEIGHTS[method];
  return (
    <>
      {CHECK_WORDS[method]}{' '}
      <span className="whitespace-nowrap text-ink-soft">
        {points} {points === 1 ? 'point' : 'points'}
      </span>
    </>
  );
}
