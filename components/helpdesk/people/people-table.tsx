import { Badge } from '@/components/ui/badge';
import { DataTable, type Column } from '@/components/ui/data-table';
import { RowLink } from '@/components/ui/row-link';
import type { TableSort } from '@/components/ui/sort-button';
import type { FoundPeople } from '@/lib/helpdesk/find-users';
import { userPath } from './user-path';

type Person = FoundPeople['people'][number];

const COLUMNS: readonly [Column<Person>, ...Column<Person>[]] = [
  {
    name: 'Name',
    sortKey: 'name',
    cell: ({ userId, displayName }) => <RowLink href={userPath(userId)}>{displayName}</RowLink>,
  },
  { name: 'User ID', sortKey: 'userId', cell: ({ userId }) => userId },
  { name: 'Email', cell: ({ mailAddress }) => mailAddress ?? '–' },
  {
    name: 'State',
    isNarrow: true,
    cell: ({ isInvited, isProtected }) =>
      isInvited || isProtected ? (
        <span className="flex flex-wrap gap-2 md:flex-nowrap">
          {isInvited && <Badge tone="info">Open invitation</Badge>}
          {isProtected && <Badge tone="warning">Protected</Badge>}
        </span>
      ) : (
        '–'
      ),
  },
];

/** People, each with a link to their page. @param sort null where their order has a meaning of its own */
export function PeopleTable({
  label,
  people,
  sort = null,
}: {
  label: string;
  people: readonly Person[];
  sort?: TableSort | null;
}) {
  return <DataTable label={label} columns={COLUMNS} rows={people} keyOf={({ userId }) => userId} sort={sort} />;
}
