import { Badge } from '@/components/ui/badge';
import { DataTable, type Column } from '@/components/ui/lists/data-table';
import { RowLink } from '@/components/ui/lists/row-link';
import type { TableSort } from '@/components/ui/lists/sort-button';
import type { User } from '@/lib/accounts/users/user';
import { accountNames } from '@/lib/names/staff-names';
import { accountPath } from './account-path';
import { ROLE_WORDS } from '@/lib/language/role-words';
import { t } from '@/lib/language/t';

const columns = (): readonly [Column<User>, ...Column<User>[]] => [
  {
    name: t(accountNames.name),
    sortKey: 'name',
    cell: ({ userId, displayName }) => <RowLink href={accountPath(userId)}>{displayName}</RowLink>,
  },
  { name: t(accountNames.userId), sortKey: 'userId', cell: ({ userId }) => userId },
  { name: t('Email'), cell: ({ mailAddresses }) => mailAddresses[0] ?? '–' },
  {
    name: t(accountNames.roles),
    cell: ({ roles }) => roles.map((role) => t(ROLE_WORDS[role])).join(', ') || t('None'),
  },
  {
    name: t('State'),
    isNarrow: true,
    cell: ({ bar }) => (bar === null ? t('Enabled') : <Badge tone="warning">{t('Disabled')}</Badge>),
  },
];

/** Accounts, each with a link to its page. @param sort null where they are in the order of their user IDs */
export function AccountTable({ users, sort }: { users: readonly User[]; sort: TableSort | null }) {
  return (
    <DataTable
      label={t(accountNames.accounts)}
      columns={columns()}
      rows={users}
      keyOf={({ userId }) => userId}
      sort={sort}
    />
  );
}
