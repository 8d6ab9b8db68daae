'use client';

import { useRef, type ChangeEvent } from 'react';
import { SelectField } from '@/components/ui/select-field';
import { TextField } from '@/components/ui/text-field';
import type { ReissueForm } from '@/lib/helpdesk/reissue/prepare-reissue';
import {
  LETTER_LIFETIME,
  LIFETIME,
  MAXIMUM_REASON_LENGTH,
  MAXIMUM_TICKET_LENGTH,
  OLD_DEVICE_FATES,
} from '@/lib/helpdesk/reissue/reissue';
import { REISSUE_REASONS } from '@/lib/helpdesk/reissue/reissue-reason';
import type { SendObstacle } from '@/lib/helpdesk/invitations/send-invitation';
import { DAY, HOUR, MINUTE } from '@/lib/shared/time/duration';
import type { CallerDevice, FilledIn } from './caller-checks';
import { DELIVERY_WORDS, FATE_WORDS, REASON_WORDS, lifetimeWords } from './reissue-words';

const LIFETIMES = [LIFETIME.minimum, 15 * MINUTE, 30 * MINUTE, 4 * HOUR, 8 * HOUR, LIFETIME.maximum];
const LETTER_LIFETIMES = [3 * DAY, LETTER_LIFETIME.normal, LETTER_LIFETIME.maximum];

const inMinutes = (lifetimeMs: number) => String(lifetimeMs / MINUTE);

/** The first is what each way of delivery usually has. */
const LIFETIME_OPTIONS = [
  { value: '0', text: `${lifetimeWords(LIFETIME.normal)}, a letter ${lifetimeWords(LETTER_LIFETIME.normal)}` },
  ...LIFETIMES.map((lifetime) => ({ value: inMinutes(lifetime), text: lifetimeWords(lifetime) })),
  ...LETTER_LIFETIMES.map((lifetime) => ({
    value: inMinutes(lifetime),
    text: `${lifetimeWords(lifetime)} (letters only)`,
  })),
];

const OBSTACLES: Record<SendObstacle, string> = {
  'no-mail-address': 'no mail address known',
  'letter-not-possible': 'no printer set up',
};

const REASONS = [
  { value: '', text: 'Choose a reason', disabled: true },
  ...REISSUE_REASONS.map((value) => ({ value, text: REASON_WORDS[value] })),
];

/**
 * Reason, old device and delivery of an invitation.
 * @param onSuggest called when the form has filled in a field for the agent
 */
export function ReissueFields({
  devices,
  canLock,
  deliveries,
  filledIn: { reason, fate },
  typed,
  onSuggest,
}: {
  devices: readonly CallerDevice[];
  canLock: ReissueForm['canLock'];
  deliveries: ReissueForm['deliveries'];
  filledIn: FilledIn;
  typed: Record<string, string>;
  onSuggest: () => void;
}) {
  const hasChosenFate = useRef(typed['oldDevice'] !== undefined);

  /** A lost or stolen phone should be locked; otherwise the user still needs the old one. */
  function suggestFate({ currentTarget }: ChangeEvent<HTMLSelectElement>): void {
    const select = currentTarget.form?.elements.namedItem('oldDevice');
    if (hasChosenFate.current || devices.length === 0 || !(select instanceof HTMLSelectElement)) return;
    const isGone = currentTarget.value === 'lost' || currentTarget.value === 'stolen';
    select.value = isGone ? 'lock' : 'keep';
    onSuggest();
  }

  return (
    <>
      <div className="group/reason grid gap-4">
        <SelectField
          label="Reason"
          name="reason"
          options={REASONS}
          defaultValue={typed['reason'] ?? ''}
          required
          onChange={suggestFate}
        />
        <div className="hidden group-has-[option[value=other]:checked]/reason:grid">
          <TextField
            label="What happened"
            name="reasonText"
            maxLength={MAXIMUM_REASON_LENGTH}
            autoComplete="off"
            defaultValue={typed['reasonText'] ?? ''}
          />
        </div>
      </div>
      <TextField
        label="Ticket"
        name="ticket"
        required
        maxLength={MAXIMUM_TICKET_LENGTH}
        autoComplete="off"
        defaultValue={typed['ticket'] ?? ''}
      />
      <OldDeviceFields
        devices={devices}
        canLock={canLock}
        typed={typed}
        isLockedAnyway={reason === 'stolen' && fate !== 'lock'}
        onChoice={() => {
          hasChosenFate.current = true;
        }}
      />
      <SelectField
        label="Valid for"
        name="validForMinutes"
        options={LIFETIME_OPTIONS}
        defaultValue={typed['validForMinutes'] ?? '0'}
      />
      <SelectField
        label="Deliver by"
        name="delivery"
        options={deliveries.map(({ delivery, obstacle }) => {
          const text = DELIVERY_WORDS[delivery];
          if (obstacle === null) return { value: delivery, text };
          return { value: delivery, text: `${text} (${OBSTACLES[obstacle]})`, disabled: true };
        })}
        defaultValue={typed['delivery'] ?? 'mail'}
      />
    </>
  );
}

function OldDeviceFields({
  devices,
  canLock,
  typed,
  isLockedAnyway,
  onChoice,
}: {
  devices: readonly CallerDevice[];
  canLock: boolean;
  typed: Record<string, string>;
  isLockedAnyway: boolean;
  onChoice: () => void;
}) {
  const [only, second] = devices;
  if (!only)
    return <SelectField label="Old device" name="oldDevice" options={[{ value: 'none', text: 'There is none' }]} />;
  const named = devices.map(({ instanceId, name }) => ({
    value: instanceId,
    text: name === instanceId ? name : `${name} (${instanceId})`,
  }));
  return (
    <div className="grid gap-4">
      {second ? (
        <SelectField
          label="Which device"
          name="oldInstanceId"
          options={named}
          defaultValue={typed['oldInstanceId'] ?? only.instanceId}
        />
      ) : (
        <input type="hidden" name="oldInstanceId" value={only.instanceId} />
      )}
      <div className="grid gap-1.5">
        <SelectField
          label="Old device"
          name="oldDevice"
          hint={second ? undefined : [...new Set([only.name, only.instanceId])].join(', ')}
          options={[
            ...OLD_DEVICE_FATES.map((value) => ({
              value,
              text: value === 'lock' && !canLock ? 'Stop it now' : FATE_WORDS[value],
            })),
            { value: 'none', text: 'Leave it as it is' },
          ]}
          defaultValue={typed['oldDevice'] ?? 'keep'}
          onChange={onChoice}
        />
        {!canLock && (
          <p className="text-sm text-ink-soft">
            The activation service has no lock for this site: a device that is to be stopped is removed.
          </p>
        )}
        <p role="status" className="text-sm font-semibold text-warning">
          {isLockedAnyway && `A stolen device is ${canLock ? 'locked' : 'removed'} at once, whatever is chosen here.`}
        </p>
      </div>
    </div>
  );
}
