import { Badge } from '@/components/ui/badge';
import { DataTable, type Column } from '@/components/ui/data-table';
import { RowLink } from '@/components/ui/row-link';
import type { TableSort } from '@/components/ui/sort-button';
import type { User } from '@/lib/accounts/users/user';
import { accountNames } from '@/lib/names/account-names';
import { accountPath } from './account-path';
import { ROLE_WORDS } from './role-words';

const COLUMNS: readonly [Column<User>, ...Column<User>[]] = [
  {
    name: accountNames.name,
    sortKey: 'name',
    cell: ({ userId, displayName }) => <RowLink href={accountPath(userId)}>{displayName}</RowLink>,
  },
  { name: accountNames.userId, sortKey: 'userId', cell: ({ userId }) => userId },
  { name: 'Email', cell: ({ mailAddresses }) => mailAddresses[0] ?? '–' },
  { name: accountNames.roles, cell: ({ roles }) => roles.map((role) => ROLE_WORDS[role]).join(', ') || 'None' },
  {
    name: 'State',
    isNarrow: true,
    cell: ({ bar }) => (bar === null ? 'Enabled' : <Badge tone="warning">Disabled</Badge>),
  },
];

/** Accounts, each with a link to its page. @param sort null where they are in the order of their user IDs */
export function AccountTable({ users, sort }: { users: readonly User[]; sort: TableSort | null }) {
  return (
    <DataTable
      label={accountNames.accounts}
      columns={COLUMNS}
      rows={users}
      keyOf={({ userId }) => userId}
      sort={sort}
    />
  );
}
