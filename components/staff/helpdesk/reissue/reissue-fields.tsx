import { SelectField } from '@/components/ui/fields/select-field';
import { MAXIMUM_REASON_LENGTH, MAXIMUM_TICKET_LENGTH } from '@/lib/helpdesk/approvals/request-texts';
import { TextField } from '@/components/ui/fields/text-field';
import type { ReissueForm } from '@/lib/helpdesk/desk/reissue/prepare-reissue';
import { LETTER_LIFETIME, LIFETIME } from '@/lib/helpdesk/invitations/reissue';
import { REISSUE_REASONS } from '@/lib/helpdesk/caller-check/reissue-reason';
import type { SendObstacle } from '@/lib/helpdesk/invitations/send-invitation';
import { DAY, HOUR, MINUTE } from '@/lib/shared/time/duration';
import { reissueNames } from '@/lib/shared/names/staff-names';
import { DELIVERY_WORDS, REASON_WORDS, lifetimeWords } from './reissue-words';
import { t, type Message } from '@/lib/shared/language/t';

const LIFETIMES = [LIFETIME.minimum, 15 * MINUTE, 30 * MINUTE, 4 * HOUR, 8 * HOUR, LIFETIME.maximum];
const LETTER_LIFETIMES = [3 * DAY, LETTER_LIFETIME.normal, LETTER_LIFETIME.maximum];

const inMinutes = (lifetimeMs: number) => String(lifetimeMs / MINUTE);

/** The first is what each way of delivery usually has. */
function lifetimeOptions() {
  const usual = { lifetime: lifetimeWords(LIFETIME.normal), letter: lifetimeWords(LETTER_LIFETIME.normal) };
  return [
    { value: '0', text: t('{lifetime}, a letter {letter}', usual) },
    ...LIFETIMES.map((lifetime) => ({ value: inMinutes(lifetime), text: lifetimeWords(lifetime) })),
    ...LETTER_LIFETIMES.map((lifetime) => ({
      value: inMinutes(lifetime),
      text: t('{lifetime} (letters only)', { lifetime: lifetimeWords(lifetime) }),
    })),
  ];
}

const OBSTACLES = {
  'no-mail-address': 'no email address known',
  'letter-not-possible': 'no printer set up',
} as const satisfies Record<SendObstacle, Message>;

/** Why an activation is re-issued. @param typed values to show from the start */
export function ReasonFields({ typed }: { typed: Record<string, string> }) {
  return (
    <div className="grid items-start gap-4 sm:grid-cols-2">
      <div className="group/reason grid gap-4">
        <SelectField
          label={t(reissueNames.reason)}
          name="reason"
          options={[
            { value: '', text: t('Choose a reason'), disabled: true },
            ...REISSUE_REASONS.map((value) => ({ value, text: t(REASON_WORDS[value]) })),
          ]}
          defaultValue={typed['reason'] ?? ''}
          required
        />
        <div className="hidden group-has-[option[value=other]:checked]/reason:grid">
          <TextField
            label={t('What happened')}
            name="reasonText"
            maxLength={MAXIMUM_REASON_LENGTH}
            autoComplete="off"
            defaultValue={typed['reasonText'] ?? ''}
          />
        </div>
      </div>
      <TextField
        label={t(reissueNames.ticket)}
        name="ticket"
        required
        maxLength={MAXIMUM_TICKET_LENGTH}
        autoComplete="off"
        defaultValue={typed['ticket'] ?? ''}
      />
    </div>
  );
}

/** How an invitation travels, and how long it is valid. @param typed values to show from the start */
export function DeliveryFields({
  deliveries,
  typed,
}: {
  deliveries: ReissueForm['deliveries'];
  typed: Record<string, string>;
}) {
  return (
    <div className="grid items-start gap-4 sm:grid-cols-2">
      <SelectField
        label={t(reissueNames.sendBy)}
        name="delivery"
        options={deliveries.map(({ delivery, obstacle }) => {
          const text = t(DELIVERY_WORDS[delivery]);
          if (obstacle === null) return { value: delivery, text };
          return { value: delivery, text: `${text} (${t(OBSTACLES[obstacle])})`, disabled: true };
        })}
        defaultValue={typed['delivery'] ?? 'mail'}
      />
      <SelectField
        label={t(reissueNames.validFor)}
        name="validForMinutes"
        options={lifetimeOptions()}
        defaultValue={typed['validForMinutes'] ?? '0'}
      />
    </div>
  );
}
