import type { Metadata } from 'next';
import { LiveList } from '@/components/staff/helpdesk/queues/live-list';
import { FilterLinks } from '@/components/staff/helpdesk/queues/filter-links';
import {
  invitationComparisons,
  INVITATION_SORT_KEYS,
  InvitationTable,
} from '@/components/staff/helpdesk/invitations/invitation-table';
import { isShownBy, type QueueFilter } from '@/components/staff/helpdesk/queues/queue-filter';
import { MainContent } from '@/components/site/layout/main-content';
import { EmptyState } from '@/components/ui/lists/empty-state';
import { PageHeading } from '@/components/ui/page-heading';
import { peopleNames } from '@/lib/server/web/answers/people-names';
import { listInvitations } from '@/lib/helpdesk/invitations/list-invitations';
import { services } from '@/lib/server/composition/compose';
import { formatSortOrder, parseSortOrder, sortedBy } from '@/lib/shared/sort-order';
import { requirePagePermission } from '@/lib/server/web/sessions/signed-in';
import { invitationNames } from '@/lib/shared/names/staff-names';
import { z } from 'zod';
import { t } from '@/lib/shared/language/t';

/** Filter in the query string; malformed values fall back to the defaults. */
const queueSchema = z.object({
  who: z.enum(['all', 'mine']).catch('all'),
  state: z.enum(['all', 'live', 'ended', 'failed']).catch('all'),
}) satisfies z.ZodType<QueueFilter>;

const NEWEST_FIRST = { by: 'requestedAt', direction: 'descending' } as const;

export const generateMetadata = (): Metadata => ({ title: t(invitationNames.invitations) });

export default async function InvitationsPage({ searchParams }: { searchParams: Promise<{ sort?: unknown }> }) {
  const { user } = await requirePagePermission('invitation:view', '/helpdesk/invitations');
  const { helpdesk } = await services();
  const params = await searchParams;
  const filter = queueSchema.parse(params);
  const order = parseSortOrder(params.sort, INVITATION_SORT_KEYS) ?? NEWEST_FIRST;
  const query = { ...filter, sort: formatSortOrder(order) };
  const all = await listInvitations(helpdesk, user.domain);
  const queuedInvitations = all.filter((invitation) => isShownBy(filter, invitation, user.userId));
  const people = await peopleNames(
    user.domain,
    queuedInvitations.flatMap(({ userId, requestedBy }) => [userId, requestedBy]),
  );
  return (
    <MainContent>
      <PageHeading lead={t('Requests from the last 24 hours.')}>{t(invitationNames.invitations)}</PageHeading>
      <LiveList ids={queuedInvitations.map(({ id }) => id)} of="invitations" />
      <div className="grid gap-6">
        <div className="grid gap-3">
          <FilterLinks
            label={t(invitationNames.whose)}
            options={[
              { text: t('Anyone'), query: { ...query, who: 'all' }, isChosen: filter.who === 'all' },
              { text: t('Mine'), query: { ...query, who: 'mine' }, isChosen: filter.who === 'mine' },
            ]}
          />
          <FilterLinks
            label={t(invitationNames.state)}
            options={[
              { text: t('Any state'), query: { ...query, state: 'all' }, isChosen: filter.state === 'all' },
              { text: t('Open'), query: { ...query, state: 'live' }, isChosen: filter.state === 'live' },
              { text: t('Ended'), query: { ...query, state: 'ended' }, isChosen: filter.state === 'ended' },
              { text: t('Failed'), query: { ...query, state: 'failed' }, isChosen: filter.state === 'failed' },
            ]}
          />
        </div>
        {queuedInvitations.length > 0 ? (
          <InvitationTable
            invitations={sortedBy(queuedInvitations, order, invitationComparisons(people))}
            people={people}
            sort={{ order, path: '/helpdesk/invitations', query: filter }}
          />
        ) : (
          <EmptyState title={t('Nothing here')}>
            {all.length === 0
              ? t('No invitation was requested in the last 24 hours.')
              : t('No invitation matches these filters.')}
          </EmptyState>
        )}
      </div>
    </MainContent>
  );
}
