import { DataTable, type Column } from '@/components/ui/data-table';
import { RowLink } from '@/components/ui/row-link';
import { Time } from '@/components/ui/time';
import { serviceAccountNames } from '@/lib/names/service-account-names';
import { statusOf, type ServiceAccount } from '@/lib/service-accounts/service-account';
import { lastUseOf } from './last-use';
import { scopesInWords } from './scope-words';
import { serviceAccountPath } from './service-account-path';
import { StatusBadge } from './status-badge';

function columns(now: Date): [Column<ServiceAccount>, ...Column<ServiceAccount>[]] {
  return [
    { name: 'Name', cell: ({ id, name }) => <RowLink href={serviceAccountPath(id)}>{name}</RowLink> },
    { name: 'May', cell: ({ scopes }) => scopesInWords(scopes) },
    {
      name: 'Last use',
      cell: ({ keys }) => {
        const use = lastUseOf(keys);
        return use ? <Time at={use.at.toISOString()} form="relative" /> : 'Never';
      },
    },
    { name: 'Expires', cell: ({ expiresAt }) => <Time at={expiresAt.toISOString()} /> },
    { name: 'Status', isNarrow: true, cell: (account) => <StatusBadge status={statusOf(account, now)} /> },
  ];
}

/** Service accounts, each with a link to its page. */
export function ServiceAccountTable({ accounts, now }: { accounts: readonly ServiceAccount[]; now: Date }) {
  return <DataTable label={serviceAccountNames.title} columns={columns(now)} rows={accounts} keyOf={({ id }) => id} />;
}
