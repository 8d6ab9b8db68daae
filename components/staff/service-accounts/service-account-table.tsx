import { DataTable, type Column } from '@/components/ui/lists/data-table';
import { RowLink } from '@/components/ui/lists/row-link';
import { Time } from '@/components/ui/time';
import { StateDot } from '@/components/ui/lists/state-dot';
import { serviceAccountNames } from '@/lib/shared/names/staff-names';
import { isHeldByDeparted } from '@/lib/helpdesk/service-accounts/departed-holders';
import { statusOf, type ServiceAccount } from '@/lib/helpdesk/service-accounts/service-account';
import { lastUseOf } from './last-use';
import { scopesInWords } from './scope-words';
import { serviceAccountPath } from './service-account-path';
import { StatusDot } from './status-badge';
import { t } from '@/lib/shared/language/t';

function columns(now: Date, departed: ReadonlySet<string>): [Column<ServiceAccount>, ...Column<ServiceAccount>[]] {
  return [
    { name: t('Name'), cell: ({ id, name }) => <RowLink href={serviceAccountPath(id)}>{name}</RowLink> },
    { name: t('May'), cell: ({ scopes }) => scopesInWords(scopes) },
    {
      name: t('Last use'),
      cell: ({ keys }) => {
        const use = lastUseOf(keys);
        return use ? <Time at={use.at.toISOString()} form="relative" /> : t('Never');
      },
    },
    { name: t('Expires'), cell: ({ expiresAt }) => <Time at={expiresAt.toISOString()} /> },
    {
      name: t('Status'),
      isNarrow: true,
      cell: (account) => (
        <span className="flex flex-wrap gap-x-4 gap-y-1">
          <StatusDot status={statusOf(account, now)} />
          {isHeldByDeparted(account, departed, now) && (
            <StateDot tone="warning">{t(serviceAccountNames.holderLeft)}</StateDot>
          )}
        </span>
      ),
    },
  ];
}

/** Service accounts, each with a link to its page. @param departed from `departedHolders` */
export function ServiceAccountTable({
  accounts,
  departed,
  now,
}: {
  accounts: readonly ServiceAccount[];
  departed: ReadonlySet<string>;
  now: Date;
}) {
  return (
    <DataTable
      label={t(serviceAccountNames.title)}
      columns={columns(now, departed)}
      rows={accounts}
      keyOf={({ id }) => id}
    />
  );
}
