import { Button } from '@/components/ui/button';
import { SelectField } from '@/components/ui/select-field';
import { TextField } from '@/components/ui/text-field';
import { MAXIMUM_USER_ID_LENGTH } from '@/lib/accounts/users/user';
import type { AuditFilter } from '@/lib/audit/audit-log';
import { daysOf } from '@/lib/shared/time/period';
import { auditNames } from '@/lib/names/audit-names';
import { EVENT_TYPE_GROUPS, eventTypeWords } from './event-type-words';

const TYPES = EVENT_TYPE_GROUPS.map(({ name, types }) => ({
  name,
  options: types.map((type) => ({ value: type, text: eventTypeWords(type) })),
}));

const PLAIN = { maxLength: MAXIMUM_USER_ID_LENGTH, autoCapitalize: 'none', autoComplete: 'off', spellCheck: false };

/** Filters the records. The filter is in the page's URL, so that it can be bookmarked and shared. */
export function AuditFilterForm({ filter }: { filter: AuditFilter }) {
  const { period, type, subjectUserId, actorUserId, text } = filter;
  const { from, to } = daysOf(period);
  return (
    <form
      // The fields are not controlled: another filter needs fields of its own.
      key={JSON.stringify(filter)}
      method="get"
      action="/helpdesk/audit"
      className="grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-4"
    >
      <div className="sm:col-span-2">
        <TextField
          label={auditNames.search}
          name="q"
          type="search"
          data-search
          placeholder="User ID, address, correlation ID or ticket"
          defaultValue={text ?? ''}
          {...PLAIN}
        />
      </div>
      <TextField label={auditNames.from} name="from" type="date" defaultValue={from} required />
      <TextField label={auditNames.to} name="to" type="date" defaultValue={to} required />
      <SelectField
        label={auditNames.event}
        name="type"
        defaultValue={type ?? ''}
        options={[{ value: '', text: 'Any' }]}
        groups={TYPES}
      />
      <TextField
        label={auditNames.aboutUser}
        name="user"
        placeholder="User ID"
        defaultValue={subjectUserId ?? ''}
        {...PLAIN}
      />
      <TextField
        label={auditNames.doneBy}
        name="actor"
        placeholder="User ID"
        defaultValue={actorUserId ?? ''}
        {...PLAIN}
      />
      <Button type="submit" variant="primary">
        {auditNames.show}
      </Button>
    </form>
  );
}
