import type { Metadata } from 'next';
import { cache } from 'react';
import { ActivityTimeline } from '@/components/audit/activity-timeline';
import { InvitationList } from '@/components/helpdesk/invitations/invitation-list';
import { CouldConfirm } from '@/components/helpdesk/people/could-confirm';
import { staffActivity } from '@/components/helpdesk/people/staff-activity';
import { UnfreezeForm } from '@/components/helpdesk/people/unfreeze-form';
import { withStoryCopies } from '@/components/helpdesk/people/with-story-copies';
import { UserFacts } from '@/components/helpdesk/people/user-facts';
import { requesterWords } from '@/components/helpdesk/people/person';
import { userPath } from '@/components/helpdesk/people/user-path';
import { RichText } from '@/components/language/rich-text';
import { MainContent } from '@/components/layout/main-content';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import { peopleNames } from '@/lib/web/answers/people-names';
import { explainForUser } from '@/lib/accounts/proofs/explain-for-user';
import { isOfStaff, PROTECTED_ACTIONS } from '@/lib/accounts/proofs/proof-policy';
import { Time } from '@/components/ui/time';
import { findAwaitedLift } from '@/lib/safety/freeze/list-lifts';
import { may } from '@/lib/accounts/users/permission';
import { isSelf } from '@/lib/accounts/users/principal';
import { readUser } from '@/lib/helpdesk/read-user';
import { latestStaffLock, mayUndoLock } from '@/lib/safety/locks/undo-lock';
import { services } from '@/lib/composition/compose';
import { withGatewayFallback } from '@/lib/web/answers/with-gateway-fallback';
import { getSignedIn, requirePagePermission } from '@/lib/web/sessions/signed-in';
import { userNames } from '@/lib/names/staff-names';
import { userIdFrom } from '../user-id-from';
import { PersonFirstStep } from '../../person-first-step';
import { EndSessions } from './end-sessions';
import { askToLiftAction } from './actions';
import { UserDevices } from './user-devices';
import { t } from '@/lib/language/t';
import { refuseAsNotFound } from '@/lib/web/refuse-page';

type Params = { params: Promise<{ userId: string }> };

const readOnce = cache(async (userId: string, domain: string) =>
  readUser((await services()).helpdesk, { userId, domain }),
);

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const staff = await getSignedIn();
  if (!staff || !may(staff, 'user:view')) return { title: t('Users') };
  const helpdeskUser = await readOnce(userIdFrom((await params).userId), staff.user.domain);
  return { title: helpdeskUser ? `${helpdeskUser.user.displayName} · ${t('Users')}` : t('Users') };
}

export default async function UserPage({ params }: Params) {
  const userId = userIdFrom((await params).userId);
  const staff = await requirePagePermission('user:view', userPath(userId));
  const { helpdesk, proofs, phoneSignIn } = await services();
  const helpdeskUser = await readOnce(userId, staff.user.domain);
  if (!helpdeskUser) refuseAsNotFound();
  const ownActions = PROTECTED_ACTIONS.filter((action) => !isOfStaff(action));
  const explained = await withGatewayFallback(null, () =>
    explainForUser(proofs, helpdeskUser.user, ownActions, phoneSignIn !== null),
  );
  const freeze = await helpdesk.freezes.findStanding(helpdeskUser.user);
  const lift = freeze && (await findAwaitedLift(helpdesk, freeze));
  const { user, isProtected, devices, invitations, timeline } = helpdeskUser;
  const people = await peopleNames(user.domain, [
    ...invitations.map(({ requestedBy }) => requestedBy),
    ...timeline.flatMap(({ event: { actor } }) => (actor.kind === 'user' ? [actor.userId] : [])),
    ...(lift ? [lift.requestedBy] : []),
  ]);
  const isOwn = isSelf(staff, user.userId);
  const mayReissue = may(staff, 'invitation:send') && !isOwn;
  const now = helpdesk.clock.now();
  function undoLockUntil(instanceId: string): Date | null {
    const staffHold = devices?.instances.find((device) => device.instanceId === instanceId)?.staffHold ?? null;
    if (isOwn || !staffHold) return null;
    const allowed = mayUndoLock(staff.user.userId, latestStaffLock(timeline, instanceId), staffHold, now);
    return allowed.ok ? allowed.value : null;
  }
  const can = {
    reissue: mayReissue,
    lock: may(staff, 'device:lock'),
    unlock: may(staff, 'device:lock') && !isOwn,
    remove: may(staff, 'removal:request') && !isOwn,
    breakGlass: may(staff, 'approval:break-glass'),
    undoLock: undoLockUntil,
  };
  return (
    <MainContent>
      <PageHeading
        lead={
          <span className="flex flex-wrap items-center gap-3">
            <span className="min-w-0 wrap-anywhere">{user.userId}</span>
            {isProtected && <Badge tone="warning">{t('Protected')}</Badge>}
          </span>
        }
      >
        {user.displayName}
      </PageHeading>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-10 lg:grid-cols-[minmax(0,1fr)_minmax(0,22rem)]">
        <div className="grid content-start gap-10">
          {freeze && (
            <Notice tone="warning" title={t('This account is frozen')}>
              <p>
                <RichText
                  message="Since {time}. No device and no passkey works, nobody can sign in, and nothing can be activated."
                  values={{ time: <Time at={freeze.frozenAt.toISOString()} form="relative" /> }}
                />
              </p>
              {freeze.state === 'frozen' && !lift && mayReissue && (
                <div className="mt-3">
                  <UnfreezeForm userId={user.userId} action={askToLiftAction} />
                </div>
              )}
              {lift && (
                <p className="mt-2">
                  {t('{actor} asked to unfreeze it.', { actor: requesterWords(people, lift.requestedBy) })}
                </p>
              )}
            </Notice>
          )}
          <PersonFirstStep staff={staff} person={helpdeskUser} isFrozen={freeze !== null} />
          <section aria-labelledby="devices">
            <h2 id="devices" className="mb-4 text-xl font-semibold">
              {t(userNames.devices)}
            </h2>
            <UserDevices {...helpdeskUser} may={can} />
          </section>
          <Card>
            <UserFacts {...helpdeskUser} />
            {helpdeskUser.openSessions > 0 && may(staff, 'session:end') && !isOwn && (
              <div className="mt-5">
                <EndSessions userId={user.userId} name={user.displayName} />
              </div>
            )}
          </Card>
          <CouldConfirm explained={explained} />
          {invitations.length > 0 && (
            <section aria-labelledby="invitations">
              <h2 id="invitations" className="mb-4 text-xl font-semibold">
                {t('Invitations')}
              </h2>
              <InvitationList invitations={invitations} people={people} isOfOne />
            </section>
          )}
        </div>
        <ActivityTimeline events={withStoryCopies(staffActivity(timeline, devices?.instances ?? [], people))} />
      </div>
    </MainContent>
  );
}
