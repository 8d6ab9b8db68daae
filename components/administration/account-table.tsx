import { Badge } from '@/components/ui/badge';
import { DataTable, type Column } from '@/components/ui/data-table';
import { RowLink } from '@/components/ui/row-link';
import type { TableSort } from '@/components/ui/sort-button';
import type { User } from '@/lib/accounts/users/user';
import { accountPath } from './account-path';
import { ROLE_WORDS } from './role-words';

const COLUMNS: readonly [Column<User>, ...Column<User>[]] = [
  {
    name: 'Name',
    sortKey: 'name',
    cell: ({ userId, displayName }) => <RowLink href={accountPath(userId)}>{displayName}</RowLink>,
  },
  { name: 'User ID', sortKey: 'userId', cell: ({ userId }) => userId },
  { name: 'Email', cell: ({ mailAddresses }) => mailAddresses[0] ?? '–' },
  { name: 'Roles', cell: ({ roles }) => roles.map((role) => ROLE_WORDS[role]).join(', ') || 'None' },
  {
    name: 'State',
    isNarrow: true,
    cell: ({ bar }) => (bar === null ? 'Enabled' : <Badge tone="warning">Disabled</Badge>),
  },
];

/** Accounts, each with a link to its page. @param sort null where they are in the order of their user IDs */
export function AccountTable({ users, sort }: { users: readonly User[]; sort: TableSort | null }) {
  return <DataTable label="Accounts" columns={COLUMNS} rows={users} keyOf={({ userId }) => userId} sort={sort} />;
}
