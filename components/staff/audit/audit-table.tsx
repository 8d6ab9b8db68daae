import { DataTable, type Column } from '@/components/ui/lists/data-table';
import type { TableSort } from '@/components/ui/lists/sort-button';
import { Person } from '@/components/staff/helpdesk/people/person';
import type { PeopleNames } from '@/lib/accounts/users/people-names';
import type { Actor } from '@/lib/audit/audit-event';
import type { AuditRecord } from '@/lib/audit/audit-record';
import { auditNames } from '@/lib/shared/names/staff-names';
import { eventWords } from '@/lib/audit/event-words';
import { actorWords } from './actor-words';
import { AuditRecordDetails } from './audit-record-details';
import { TO_OTHERS } from '@/lib/audit/voice';
import { t } from '@/lib/shared/language/t';

const columns = (names: PeopleNames): readonly [Column<AuditRecord>, ...Column<AuditRecord>[]] => [
  {
    name: t('Time (UTC)'),
    isNarrow: true,
    sortKey: 'time',
    sortsFirst: 'descending',
    cell: ({ at }) => <ExactTime at={at.toISOString()} />,
  },
  {
    name: t(auditNames.event),
    cell: (record) => (
      <>
        {eventWords(record.event, TO_OTHERS)}
        <AuditRecordDetails record={record} />
      </>
    ),
  },
  { name: t(auditNames.doneBy), cell: ({ event }) => <ActorName actor={event.actor} names={names} /> },
  {
    name: t(auditNames.aboutUser),
    cell: ({ event }) => (event.subject ? <Person names={names} userId={event.subject.userId} /> : '–'),
  },
  { name: t('Address'), isNarrow: true, cell: ({ event }) => event.address ?? '–' },
];

/** Records of the audit log, each in words, with everything that is stored on demand. */
export function AuditTable({
  records,
  names,
  sort,
}: {
  records: readonly AuditRecord[];
  names: PeopleNames;
  sort: TableSort;
}) {
  return (
    <DataTable
      label={t(auditNames.records)}
      columns={columns(names)}
      rows={records}
      keyOf={({ sequenceNumber }) => sequenceNumber}
      sort={sort}
    />
  );
}

function ActorName({ actor, names }: { actor: Actor; names: PeopleNames }) {
  return actor.kind === 'user' ? <Person names={names} userId={actor.userId} /> : actorWords(actor);
}

/** Always in UTC, as in exports: records are compared with other logs. */
function ExactTime({ at }: { at: string }) {
  return (
    <time dateTime={at} className="font-normal tabular-nums">
      {at.slice(0, 19).replace('T', ' ')}
    </time>
  );
}
