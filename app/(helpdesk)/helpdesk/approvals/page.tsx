import type { Metadata } from 'next';
import { ActionForm } from '@/components/forms/action-form';
import { ApprovalCard } from '@/components/helpdesk/queues/approval-card';
import { BreakGlassList } from '@/components/helpdesk/queues/break-glass-list';
import { MainContent } from '@/components/layout/main-content';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeading } from '@/components/ui/page-heading';
import { TextField } from '@/components/ui/text-field';
import { may } from '@/lib/accounts/users/permission';
import { listApprovals } from '@/lib/helpdesk/approvals/list-approvals';
import { listBreakGlass } from '@/lib/helpdesk/approvals/list-break-glass';
import { MAXIMUM_REASON_LENGTH } from '@/lib/helpdesk/reissue/reissue';
import { services } from '@/lib/composition/compose';
import { requirePagePermission } from '@/lib/web/sessions/signed-in';
import { approveAction, declineAction } from './actions';

export const metadata: Metadata = { title: 'Approvals' };

export default async function ApprovalsPage() {
  const staff = await requirePagePermission('approval:view', '/helpdesk/approvals');
  const { helpdesk } = await services();
  const approvals = (await listApprovals(helpdesk, staff.user)).filter(({ domain }) => domain === staff.user.domain);
  const alone = await listBreakGlass(helpdesk, staff.user.domain);
  const mayDecide = may(staff, 'approval:decide');
  return (
    <MainContent>
      <PageHeading lead="What takes two people waits here for the second one.">Approvals</PageHeading>
      <div className="grid gap-12">
        {approvals.length === 0 ? (
          <EmptyState title="Nothing is waiting">Whoever may decide gets a mail when something is.</EmptyState>
        ) : (
          <ul aria-label="Requests" className="grid gap-6">
            {approvals.map((approval) => (
              <ApprovalCard key={approval.id} approval={approval} mayDecide={mayDecide}>
                <ActionForm action={approveAction} stepUp="never" submit="Approve">
                  <input type="hidden" name="requestId" value={approval.id} />
                </ActionForm>
                <ActionForm action={declineAction} stepUp="never" submit="Decline" variant="secondary">
                  <input type="hidden" name="requestId" value={approval.id} />
                  <TextField
                    label="Note to the agent"
                    name="note"
                    hint="Optional: why you decline."
                    maxLength={MAXIMUM_REASON_LENGTH}
                    autoComplete="off"
                  />
                </ActionForm>
              </ApprovalCard>
            ))}
          </ul>
        )}
        {alone.length > 0 && <BreakGlassList uses={alone} />}
      </div>
    </MainContent>
  );
}
