import type { Route } from 'next';
import { DataTable, type Column } from '@/components/ui/lists/data-table';
import { RowLink } from '@/components/ui/lists/row-link';
import type { TableSort } from '@/components/ui/lists/sort-button';
import { Time } from '@/components/ui/time';
import type { PeopleNames } from '@/lib/accounts/users/people-names';
import { byNaturalOrder } from '@/lib/accounts/users/natural-order';
import type { QueuedInvitation } from '@/lib/helpdesk/invitations/list-invitations';
import { invitationNames } from '@/lib/shared/names/staff-names';
import { personWords, requesterWords } from '../people/person';
import { REASON_WORDS } from '../reissue/reissue-words';
import { InvitationStates } from './invitation-badges';
import { invitationState } from './invitation-words';
import { t } from '@/lib/shared/language/t';

export const INVITATION_SORT_KEYS = ['user', 'reason', 'ticket', 'requestedBy', 'requestedAt', 'state'] as const;

type SortKey = (typeof INVITATION_SORT_KEYS)[number];

/** By what each column shows. */
export function invitationComparisons(
  people: PeopleNames,
): Record<SortKey, (left: QueuedInvitation, right: QueuedInvitation) => number> {
  return {
    user: (left, right) => byNaturalOrder(personWords(people, left.userId), personWords(people, right.userId)),
    reason: (left, right) => byNaturalOrder(t(REASON_WORDS[left.reason]), t(REASON_WORDS[right.reason])),
    ticket: (left, right) => byNaturalOrder(left.ticket, right.ticket),
    requestedBy: (left, right) =>
      byNaturalOrder(requesterWords(people, left.requestedBy), requesterWords(people, right.requestedBy)),
    requestedAt: (left, right) =>
      left.requestedAt < right.requestedAt ? -1 : Number(left.requestedAt > right.requestedAt),
    state: (left, right) => byNaturalOrder(invitationState(left), invitationState(right)),
  };
}

type SortedColumn = Column<QueuedInvitation> & { sortKey: SortKey };

function columns(people: PeopleNames): readonly [Column<QueuedInvitation>, ...SortedColumn[]] {
  return [
    {
      name: t('User'),
      sortKey: 'user',
      cell: ({ id, userId }) => (
        <>
          <RowLink href={`/helpdesk/invitations/${id}` as Route}>{personWords(people, userId)}</RowLink>
          {people.has(userId) && <span className="ml-2 text-sm font-normal text-ink-soft">{userId}</span>}
        </>
      ),
    },
    { name: t('Reason'), sortKey: 'reason', cell: ({ reason }) => t(REASON_WORDS[reason]) },
    { name: t('Ticket'), sortKey: 'ticket', cell: ({ ticket }) => ticket },
    { name: t('Requested by'), sortKey: 'requestedBy', cell: ({ requestedBy }) => requesterWords(people, requestedBy) },
    {
      name: t('Requested'),
      sortKey: 'requestedAt',
      sortsFirst: 'descending',
      isNarrow: true,
      cell: ({ requestedAt }) => <Time at={requestedAt} form="relative" />,
    },
    { name: t('State'), sortKey: 'state', cell: (invitation) => <InvitationStates invitation={invitation} /> },
  ];
}

/** Invitations of several people, each with a link to its page. */
export function InvitationTable({
  invitations,
  people,
  sort,
}: {
  invitations: readonly QueuedInvitation[];
  people: PeopleNames;
  sort: TableSort;
}) {
  return (
    <DataTable
      label={t(invitationNames.invitations)}
      columns={columns(people)}
      rows={invitations}
      keyOf={({ id }) => id}
      sort={sort}
    />
  );
}
