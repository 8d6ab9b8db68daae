import type { Route } from 'next';
import { DataTable, type Column } from '@/components/ui/lists/data-table';
import { PanelRowLink } from '@/components/ui/lists/panel-row-link';
import { StateDot } from '@/components/ui/lists/state-dot';
import { RowLink } from '@/components/ui/lists/row-link';
import type { TableSort } from '@/components/ui/lists/sort-button';
import type { DeviceCount } from '@/lib/helpdesk/desk/device-counts';
import type { FoundPeople } from '@/lib/helpdesk/desk/find-users';
import { accountNames, findUserNames } from '@/lib/shared/names/staff-names';
import { ROLE_WORDS } from '@/lib/shared/language/role-words';
import { userPath } from './user-path';
import { t } from '@/lib/shared/language/t';

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

/** What the reader may see besides. @property roles and whether the account is disabled @property invitations that are open */
export type PeopleFacts = { roles: boolean; invitations: boolean };

/** For the columns that can be sorted by. @property sortsByDevices whether devices are kept beside the people */
export type PeopleSort = TableSort & { sortsByDevices: boolean };

function otherColumns(
  devices: ReadonlyMap<string, DeviceCount>,
  { roles: showsRoles, invitations: showsInvitations }: PeopleFacts,
  sortsByDevices: boolean,
): readonly Column<Person>[] {
  return [
    { name: t(findUserNames.userId), sortKey: 'userId', cell: ({ userId }) => userId },
    { name: t('Email'), cell: ({ mailAddress }) => mailAddress ?? '–' },
    ...(showsRoles
      ? [
          {
            name: t(accountNames.roles),
            cell: ({ roles }: Person) => roles.map((role) => t(ROLE_WORDS[role])).join(', ') || t('None'),
          },
        ]
      : []),
    {
      name: t(findUserNames.devices),
      isNarrow: true,
      ...(sortsByDevices && { sortKey: 'devices' }),
      cell: ({ userId, isInvited, isProtected, isBarred }) => (
        <span className="flex flex-wrap gap-x-4 gap-y-1 md:flex-nowrap">
          <Devices count={devices.get(userId)} />
          {isBarred && <StateDot tone="warning">{t('Disabled')}</StateDot>}
          {showsInvitations && isInvited && <StateDot tone="info">{t('Open invitation')}</StateDot>}
          {isProtected && <StateDot tone="neutral">{t('Protected')}</StateDot>}
        </span>
      ),
    },
  ];
}

function Devices({ count }: { count: DeviceCount | undefined }) {
  if (!count) return t('Unknown');
  const { all, working } = count;
  if (all === 0) return <StateDot tone="neutral">{t('No device')}</StateDot>;
  if (working === 0) return <StateDot tone="warning">{t('Locked out')}</StateDot>;
  return (
    <StateDot tone="success">{t('{count, plural, one {# device} other {# devices}}', { count: working })}</StateDot>
  );
}

/** People, each with a link to their page. @param sort null where their order has a meaning of its own @param panels null where rows lead to pages alone */
export function PeopleTable({
  label,
  people,
  devices,
  sort = null,
  panels = null,
  shows,
}: {
  label: string;
  people: readonly Person[];
  devices: ReadonlyMap<string, DeviceCount>;
  sort?: PeopleSort | null;
  panels?: RowPanels | null;
  shows: PeopleFacts;
}) {
  const columns = [nameColumn(panels), ...otherColumns(devices, shows, sort?.sortsByDevices ?? false)] as const;
  return <DataTable label={label} columns={columns} rows={people} keyOf={({ userId }) => userId} sort={sort} />;
}
