import type { Metadata } from 'next';
import { cache } from 'react';
import { AccountState } from '@/components/staff/administration/account-state';
import { ActivityTimeline } from '@/components/staff/audit/activity-timeline';
import { InvitationList } from '@/components/staff/helpdesk/invitations/invitation-list';
import { CouldConfirm } from '@/components/staff/helpdesk/people/could-confirm';
import { staffActivity } from '@/components/staff/helpdesk/people/staff-activity';
import { withStoryCopies } from '@/components/staff/helpdesk/people/with-story-copies';
import { UserFacts } from '@/components/staff/helpdesk/people/user-facts';
import { userPath } from '@/components/staff/helpdesk/people/user-path';
import { MainContent } from '@/components/site/layout/main-content';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { PageHeading } from '@/components/ui/page-heading';
import { TitledSection } from '@/components/site/layout/titled-section';
import { peopleNames } from '@/lib/server/web/answers/people-names';
import { explainForUser } from '@/lib/accounts/proofs/explain-for-user';
import { isOfStaff, PROTECTED_ACTIONS } from '@/lib/accounts/proofs/proof-policy';
import type { PeopleNames } from '@/lib/accounts/users/people-names';
import { findAwaitedLift } from '@/lib/helpdesk/safety/freeze/list-lifts';
import { may } from '@/lib/accounts/users/permission';
import { isSelf } from '@/lib/accounts/users/principal';
import type { SignedIn } from '@/lib/accounts/sessions/session';
import { isProtected } from '@/lib/accounts/users/staff';
import { readDevices, readUser, type HelpdeskUser } from '@/lib/helpdesk/desk/read-user';
import { latestStaffLock, mayUndoLock } from '@/lib/helpdesk/safety/locks/undo-lock';
import { services } from '@/lib/server/composition/compose';
import { withGatewayFallback } from '@/lib/server/web/answers/with-gateway-fallback';
import { getSignedIn, requirePagePermission } from '@/lib/server/web/sessions/signed-in';
import { userNames } from '@/lib/shared/names/staff-names';
import { userIdFrom } from '../user-id-from';
import { PersonFirstStep } from '../../person-first-step';
import { AccountParts, readAccountFor } from './account/account-parts';
import { EndSessions } from './end-sessions';
import { FrozenNotice } from './frozen-notice';
import { UserDevices, type DevicePermissions } from './user-devices';
import { t } from '@/lib/shared/language/t';
import { refuseAsNotFound } from '@/lib/server/web/refuse-page';

type Params = { params: Promise<{ userId: string }> };

const findOnce = cache(async (userId: string, domain: string) =>
  (await services()).helpdesk.users.find(userId, domain),
);

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const staff = await getSignedIn();
  if (!staff || !may(staff, 'device:view')) return { title: t('Users') };
  const user = await findOnce(userIdFrom((await params).userId), staff.user.domain);
  return { title: user ? `${user.displayName} · ${t('Users')}` : t('Users') };
}

/** Of one person, whatever the role of the member of staff: each sees the parts that their permissions open. */
export default async function UserPage({ params }: Params) {
  const userId = userIdFrom((await params).userId);
  const staff = await requirePagePermission('device:view', userPath(userId));
  const { helpdesk } = await services();
  const user = await findOnce(userId, staff.user.domain);
  if (!user) refuseAsNotFound();
  const call = may(staff, 'user:view') ? await readUser(helpdesk, user) : null;
  const account = may(staff, 'account:view') ? await readAccountFor(staff, user.userId) : null;
  const freeze = await helpdesk.freezes.findStanding(user);
  const lift = freeze && (await findAwaitedLift(helpdesk, freeze));
  const people = await peopleNames(user.domain, [
    ...(call?.invitations ?? []).map(({ requestedBy }) => requestedBy),
    ...(call?.timeline ?? []).flatMap(({ event: { actor } }) => (actor.kind === 'user' ? [actor.userId] : [])),
    ...(account?.awaited ?? []).map(({ requestedBy }) => requestedBy),
    ...(lift ? [lift.requestedBy] : []),
  ]);
  const shown = call ?? {
    user,
    devices: await readDevices(helpdesk, user),
    removals: [],
    capabilities: helpdesk.directory.capabilities,
  };
  const mayReissue = may(staff, 'invitation:send') && !isSelf(staff, user.userId);
  return (
    <MainContent>
      <PageHeading
        lead={
          <span className="flex flex-wrap items-center gap-3">
            <span className="min-w-0 wrap-anywhere">{user.userId}</span>
            {!account && isProtected(user) && <Badge tone="warning">{t('Protected')}</Badge>}
          </span>
        }
        badge={account && <AccountState {...account.account} isProtected={isProtected(user)} />}
      >
        {user.displayName}
      </PageHeading>
      <div
        className={
          call
            ? 'grid grid-cols-[minmax(0,1fr)] gap-10 lg:grid-cols-[minmax(0,1fr)_minmax(0,22rem)]'
            : 'grid max-w-prose'
        }
      >
        <div className="grid content-start gap-10">
          {freeze && (
            <FrozenNotice
              userId={user.userId}
              freeze={freeze}
              liftAskedBy={lift?.requestedBy ?? null}
              people={people}
              mayAsk={mayReissue}
            />
          )}
          {call && <PersonFirstStep staff={staff} person={call} isFrozen={freeze !== null} />}
          <TitledSection id="devices" title={t(userNames.devices)}>
            <UserDevices {...shown} may={await devicePermissions(staff, user.userId, call)} />
          </TitledSection>
          {call && <CallParts staff={staff} call={call} people={people} endsSessions={account === null} />}
          {account && <AccountParts administrator={staff} page={account} people={people} />}
        </div>
        {call && (
          <ActivityTimeline
            events={withStoryCopies(staffActivity(call.timeline, call.devices?.instances ?? [], people))}
          />
        )}
      </div>
    </MainContent>
  );
}

/** What helps while the person calls. @param endsSessions whether no other part of the page does */
async function CallParts({
  staff,
  call,
  people,
  endsSessions,
}: {
  staff: SignedIn;
  call: HelpdeskUser;
  people: PeopleNames;
  endsSessions: boolean;
}) {
  const { proofs, phoneSignIn } = await services();
  const { user, invitations, openSessions } = call;
  const ownActions = PROTECTED_ACTIONS.filter((action) => !isOfStaff(action));
  const explained = await withGatewayFallback(null, () =>
    explainForUser(proofs, user, ownActions, phoneSignIn !== null),
  );
  const mayEnd = endsSessions && openSessions > 0 && may(staff, 'session:end') && !isSelf(staff, user.userId);
  return (
    <>
      <Card>
        <UserFacts {...call} />
        {mayEnd && (
          <div className="mt-5">
            <EndSessions userId={user.userId} name={user.displayName} />
          </div>
        )}
      </Card>
      <CouldConfirm explained={explained} />
      {invitations.length > 0 && (
        <TitledSection id="invitations" title={t('Invitations')}>
          <InvitationList invitations={invitations} people={people} isOfOne />
        </TitledSection>
      )}
    </>
  );
}

/** @param call what the helpdesk knows of them; null for who only sees devices */
async function devicePermissions(
  staff: SignedIn,
  userId: string,
  call: HelpdeskUser | null,
): Promise<DevicePermissions> {
  const { helpdesk } = await services();
  const isOwn = isSelf(staff, userId);
  const now = helpdesk.clock.now();
  return {
    reissue: may(staff, 'invitation:send') && !isOwn,
    lock: may(staff, 'device:lock'),
    unlock: may(staff, 'device:lock') && !isOwn,
    remove: may(staff, 'removal:request') && !isOwn,
    breakGlass: may(staff, 'approval:break-glass'),
    undoLock(instanceId) {
      const hold = call?.devices?.instances.find((device) => device.instanceId === instanceId)?.staffHold ?? null;
      if (isOwn || !call || !hold) return null;
      const allowed = mayUndoLock(staff.user.userId, latestStaffLock(call.timeline, instanceId), hold, now);
      return allowed.ok ? allowed.value : null;
    },
  };
}
