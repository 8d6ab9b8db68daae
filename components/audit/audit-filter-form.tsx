import { Button } from '@/components/ui/button';
import { SelectField } from '@/components/ui/select-field';
import { TextField } from '@/components/ui/text-field';
import { MAXIMUM_USER_ID_LENGTH } from '@/lib/accounts/users/user';
import type { AuditFilter } from '@/lib/audit/audit-log';
import { AUDIT_EVENT_TYPES } from '@/lib/audit/event-types';
import { daysOf } from '@/lib/shared/time/period';
import { eventTypeWords } from './event-type-words';

const TYPES = [
  { value: '', text: 'Any' },
  ...AUDIT_EVENT_TYPES.map((type) => ({ value: type, text: eventTypeWords(type) })),
];

const USER_ID = { maxLength: MAXIMUM_USER_ID_LENGTH, autoCapitalize: 'none', autoComplete: 'off', spellCheck: false };

/** Filters the records. The filter is in the page's URL, so that it can be bookmarked and shared. */
export function AuditFilterForm({ filter: { period, type, subjectUserId, actorUserId } }: { filter: AuditFilter }) {
  const { from, to } = daysOf(period);
  return (
    <form method="get" action="/helpdesk/audit" className="grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-5">
      <TextField label="From" name="from" type="date" defaultValue={from} required />
      <TextField label="To" name="to" type="date" defaultValue={to} required />
      <SelectField label="Event" name="type" defaultValue={type ?? ''} options={TYPES} />
      <TextField label="Concerns" name="user" placeholder="User ID" defaultValue={subjectUserId ?? ''} {...USER_ID} />
      <TextField label="Done by" name="actor" placeholder="User ID" defaultValue={actorUserId ?? ''} {...USER_ID} />
      <div className="sm:col-span-full">
        <Button type="submit" variant="primary">
          Show records
        </Button>
      </div>
    </form>
  );
}
