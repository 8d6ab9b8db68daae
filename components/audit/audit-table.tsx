import { DataTable, type Column } from '@/components/ui/data-table';
import type { TableSort } from '@/components/ui/sort-button';
import type { AuditRecord } from '@/lib/audit/audit-record';
import { auditNames } from '@/lib/names/audit-names';
import { activityText } from './activity-text';
import { actorWords } from './actor-words';
import { AuditRecordDetails } from './audit-record-details';
import { TO_OTHERS } from './voice';

const COLUMNS: readonly [Column<AuditRecord>, ...Column<AuditRecord>[]] = [
  {
    name: 'Time (UTC)',
    isNarrow: true,
    sortKey: 'time',
    sortsFirst: 'descending',
    cell: ({ at }) => <ExactTime at={at.toISOString()} />,
  },
  {
    name: auditNames.event,
    cell: (record) => (
      <>
        {activityText(record.event, TO_OTHERS)}
        <AuditRecordDetails record={record} />
      </>
    ),
  },
  { name: auditNames.doneBy, cell: ({ event }) => actorWords(event.actor) },
  { name: auditNames.aboutUser, cell: ({ event }) => event.subject?.userId ?? '–' },
  { name: 'Address', isNarrow: true, cell: ({ event }) => event.address ?? '–' },
];

/** Records of the audit log, each in words, with everything that is stored on demand. */
export function AuditTable({ records, sort }: { records: readonly AuditRecord[]; sort: TableSort }) {
  return (
    <DataTable
      label={auditNames.records}
      columns={COLUMNS}
      rows={records}
      keyOf={({ sequenceNumber }) => sequenceNumber}
      sort={sort}
    />
  );
}

/** Always in UTC, as in exports: records are compared with other logs. */
function ExactTime({ at }: { at: string }) {
  return (
    <time dateTime={at} className="font-normal tabular-nums">
      {at.slice(0, 19).replace('T', ' ')}
    </time>
  );
}
