import type { Metadata } from 'next';
import { InvitationPanel } from '@/components/staff/helpdesk/invitations/invitation-panel';
import { MainContent } from '@/components/site/layout/main-content';
import { Card } from '@/components/ui/card';
import { may } from '@/lib/accounts/users/permission';
import { isSelf } from '@/lib/accounts/users/principal';
import { parseInvitationId } from '@/lib/shared/identifiers/invitation-id';
import { peopleNames } from '@/lib/server/web/answers/people-names';
import { readDeviceNames } from '@/lib/devices/read-device-names';
import { readProgress } from '@/lib/helpdesk/invitations/invitation-progress';
import { services } from '@/lib/server/composition/compose';
import { getSignedIn, requirePagePermission } from '@/lib/server/web/sessions/signed-in';
import { UndoLockForm } from '../../users/[userId]/undo-lock-form';
import { confirmReadOutAction, revokeInvitationAction } from './actions';
import { undoLockUntil } from './undo-lock-until';
import { t } from '@/lib/shared/language/t';
import { refuseAsNotFound } from '@/lib/server/web/refuse-page';

type Params = { params: Promise<{ invitationId: string }> };

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const staff = await getSignedIn();
  const id = parseInvitationId((await params).invitationId);
  if (!staff || !id || !may(staff, 'invitation:view')) return { title: t('Invitation') };
  const { helpdesk } = await services();
  const invitation = await helpdesk.invitations.find(id, staff.user.domain);
  const user = invitation && (await helpdesk.users.find(invitation.userId, invitation.domain));
  const name = user?.displayName ?? invitation?.userId;
  return { title: name === undefined ? t('Invitation') : `${name} · ${t('Invitations')}` };
}

export default async function InvitationPage({ params }: Params) {
  const { invitationId } = await params;
  const staff = await requirePagePermission('invitation:view', `/helpdesk/invitations/${invitationId}`);
  const id = parseInvitationId(invitationId);
  const { helpdesk } = await services();
  const progress = id && (await readProgress(helpdesk, id, staff.user.domain));
  if (!progress) refuseAsNotFound();
  const isOwn = isSelf(staff, progress.userId);
  const { requestedBy, approvedBy, endedBy, domain, userId } = progress;
  const involved = [userId, requestedBy, approvedBy, endedBy].filter((person) => person !== null);
  const people = await peopleNames(domain, involved);
  const devices = await readDeviceNames(helpdesk, { userId, domain });
  const undoUntil = isOwn ? null : await undoLockUntil(helpdesk, staff.user.userId, progress);
  return (
    <MainContent>
      <InvitationPanel
        initial={progress}
        people={people}
        devices={devices}
        maySend={may(staff, 'invitation:send') && !isOwn}
        undoLock={
          undoUntil && progress.oldDevice && may(staff, 'device:lock') ? (
            <Card>
              <UndoLockForm
                userId={progress.userId}
                instanceId={progress.oldDevice.instanceId}
                name={devices.get(progress.oldDevice.instanceId) ?? progress.oldDevice.instanceId}
                until={undoUntil}
              />
            </Card>
          ) : null
        }
        revokeAction={may(staff, 'invitation:revoke') ? revokeInvitationAction : null}
        confirmReadOutAction={may(staff, 'invitation:send') && !isOwn ? confirmReadOutAction : null}
      />
    </MainContent>
  );
}
