import { InvitationList } from '@/components/staff/helpdesk/invitations/invitation-list';
import { PeopleTable, type PeopleFacts } from '@/components/staff/helpdesk/people/people-table';
import { isShownBy } from '@/components/staff/helpdesk/queues/queue-filter';
import { EmptyState } from '@/components/ui/lists/empty-state';
import type { User } from '@/lib/accounts/users/user';
import { services } from '@/lib/server/composition/compose';
import { listInvitations } from '@/lib/helpdesk/invitations/list-invitations';
import { peopleNames } from '@/lib/server/web/answers/people-names';
import { countDevices } from '@/lib/helpdesk/desk/device-counts';
import { listRecentPeople } from '@/lib/helpdesk/desk/recent-people';
import { t } from '@/lib/shared/language/t';

/** Where the agent left off: their open invitations, and the users they helped recently. */
export async function RecentPeople({ staff, shows }: { staff: User; shows: PeopleFacts }) {
  const { helpdesk } = await services();
  const [invitations, people] = await Promise.all([
    listInvitations(helpdesk, staff.domain),
    listRecentPeople(helpdesk, staff),
  ]);
  const open = invitations.filter((one) => isShownBy({ who: 'mine', state: 'live' }, one, staff.userId));
  const devices = await countDevices(helpdesk.directory, staff.domain, people);
  if (open.length === 0 && people.length === 0) {
    return (
      <EmptyState title={t('Nobody yet')}>{t('People you help and invitations you send appear here.')}</EmptyState>
    );
  }
  const names = await peopleNames(
    staff.domain,
    open.flatMap(({ userId, requestedBy }) => [userId, requestedBy]),
  );
  return (
    <>
      {open.length > 0 && (
        <section aria-labelledby="open-invitations">
          <h2 id="open-invitations" className="mb-3 text-xl font-semibold">
            {t('My open invitations')}
          </h2>
          <InvitationList invitations={open} people={names} />
        </section>
      )}
      {people.length > 0 && (
        <section aria-labelledby="recent-people">
          <h2 id="recent-people" className="mb-3 text-xl font-semibold">
            {t('Recent people')}
          </h2>
          <PeopleTable label={t('Recent people')} people={people} devices={devices} shows={shows} />
        </section>
      )}
    </>
  );
}
