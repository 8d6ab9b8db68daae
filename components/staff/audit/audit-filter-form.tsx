import { Button } from '@/components/ui/buttons/button';
import { SelectField } from '@/components/ui/fields/select-field';
import { TextField } from '@/components/ui/fields/text-field';
import { MAXIMUM_USER_ID_LENGTH } from '@/lib/accounts/users/user';
import type { AuditFilter } from '@/lib/audit/audit-log';
import { daysOf } from '@/lib/shared/time/period';
import { auditNames } from '@/lib/shared/names/staff-names';
import { AUDIT_EVENT_GROUPS } from '@/lib/audit/event-catalogue';
import { t } from '@/lib/shared/language/t';

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
          label={t(auditNames.search)}
          name="q"
          type="search"
          data-search
          placeholder={t('User ID, address, correlation ID or ticket')}
          defaultValue={text ?? ''}
          {...PLAIN}
        />
      </div>
      <TextField label={t(auditNames.from)} name="from" type="date" defaultValue={from} required />
      <TextField label={t(auditNames.to)} name="to" type="date" defaultValue={to} required />
      <SelectField
        label={t(auditNames.event)}
        name="type"
        defaultValue={type ?? ''}
        options={[{ value: '', text: t('Any') }]}
        groups={AUDIT_EVENT_GROUPS.map(({ name, events }) => ({
          name: t(name),
          options: events.map((event) => ({ value: event.type, text: t(event.name) })),
        }))}
      />
      <TextField
        label={t(auditNames.aboutUser)}
        name="user"
        placeholder={t('User ID')}
        defaultValue={subjectUserId ?? ''}
        {...PLAIN}
      />
      <TextField
        label={t(auditNames.doneBy)}
        name="actor"
        placeholder={t('User ID')}
        defaultValue={actorUserId ?? ''}
        {...PLAIN}
      />
      <Button type="submit" variant="primary">
        {t(auditNames.show)}
      </Button>
    </form>
  );
}
