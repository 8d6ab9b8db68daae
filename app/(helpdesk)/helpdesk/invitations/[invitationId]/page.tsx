import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { InvitationPanel } from '@/components/helpdesk/invitation-panel';
import { MainContent } from '@/components/layout/main-content';
import { may } from '@/lib/access/permission';
import { isSelf } from '@/lib/access/principal';
import { parseInvitationId } from '@/lib/helpdesk/invitation-id';
import { readProgress } from '@/lib/helpdesk/invitation-progress';
import { services } from '@/lib/services';
import { requirePagePermission } from '@/lib/web/signed-in';
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
