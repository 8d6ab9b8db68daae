import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { InvitationPanel } from '@/components/helpdesk/invitations/invitation-panel';
import { MainContent } from '@/components/layout/main-content';
import { may } from '@/lib/accounts/users/permission';
import { isSelf } from '@/lib/accounts/users/principal';
import { parseInvitationId } from '@/lib/shared/identifiers/invitation-id';
import { readProgress } from '@/lib/helpdesk/invitations/invitation-progress';
import { services } from '@/lib/composition/compose';
import { requirePagePermission } from '@/lib/web/sessions/signed-in';
import { confirmReadOutAction, revokeInvitationAction } from './actions';

export const metadata: Metadata = { title: 'Invitation' };

export default async function InvitationPage({ params }: { params: Promise<{ invitationId: string }> }) {
  const { invitationId } = await params;
  const staff = await requirePagePermission('invitation:view', `/helpdesk/invitations/${invitationId}`);
  const id = parseInvitationId(invitationId);
  const { helpdesk } = await services();
  const progress = id && (await readProgress(helpdesk, id));
  if (!progress || progress.domain !== staff.user.domain) notFound();
  return (
    <MainContent>
      <InvitationPanel
        initial={progress}
        mayRevoke={may(staff, 'invitation:revoke')}
        mayConfirm={may(staff, 'invitation:send') && !isSelf(staff, progress.userId)}
        revokeAction={revokeInvitationAction}
        confirmReadOutAction={confirmReadOutAction}
      />
    </MainContent>
  );
}
