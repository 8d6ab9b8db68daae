import type { Route } from 'next';
import { Badge } from '@/components/ui/badge';
import { DataTable, type Column } from '@/components/ui/lists/data-table';
import { PanelRowLink } from '@/components/ui/lists/panel-row-link';
import { RowLink } from '@/components/ui/lists/row-link';
import type { TableSort } from '@/components/ui/lists/sort-button';
import type { FoundPeople } from '@/lib/helpdesk/find-users';
import { findUserNames } from '@/lib/names/staff-names';
import { userPath } from './user-path';
import { t } from '@/lib/language/t';

type Person = FoundPeople['people'][number];

/** How rows open beside the list. @property open user ID of whose panel is open; null for nobody's */
type RowPanels = { open: string | null; panelOf: (userId: string) => Route };

function nameColumn(panels: RowPanels | null): Column<Person> {
  return {
    name: t(findUserNames.name),
    sortKey: 'name',
    cell: ({ userId, displayName }) =>
      panels ? (
        <PanelRowLink
          rowKey={userId}
          href={userPath(userId)}
          panel={panels.panelOf(userId)}
          isOpen={panels.open === userId}
        >
          {displayName}
        </PanelRowLink>
      ) : (
        <RowLink href={userPath(userId)}>{displayName}</RowLink>
      ),
  };
}

function otherColumns(): readonly Column<Person>[] {
  return [
    { name: t(findUserNames.userId), sortKey: 'userId', cell: ({ userId }) => userId },
    { name: t('Email'), cell: ({ mailAddress }) => mailAddress ?? '–' },
    {
      name: t('State'),
      isNarrow: true,
      cell: ({ isInvited, isProtected }) =>
        isInvited || isProtected ? (
          <span className="flex flex-wrap gap-2 md:flex-nowrap">
            {isInvited && <Badge tone="info">{t('Open invitation')}</Badge>}
            {isProtected && <Badge tone="warning">{t('Protected')}</Badge>}
          </span>
        ) : (
          '–'
        ),
    },
  ];
}

/** People, each with a link to their page. @param sort null where their order has a meaning of its own @param panels null where rows lead to pages alone */
export function PeopleTable({
  label,
  people,
  sort = null,
  panels = null,
}: {
  label: string;
  people: readonly Person[];
  sort?: TableSort | null;
  panels?: RowPanels | null;
}) {
  const columns = [nameColumn(panels), ...otherColumns()] as const;
  return <DataTable label={label} columns={columns} rows={people} keyOf={({ userId }) => userId} sort={sort} />;
}
