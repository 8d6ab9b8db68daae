import type { Metadata } from 'next';
import { ROLE_WORDS } from '@/lib/language/role-words';
import { DecisionForms } from '@/components/helpdesk/queues/decision-forms';
import { ApprovalCard } from '@/components/helpdesk/queues/approval-card';
import { ChangeRequestList } from '@/components/helpdesk/queues/change-request-list';
import { LiveList } from '@/components/helpdesk/queues/live-list';
import { RoleRequestList } from '@/components/helpdesk/queues/role-request-list';
import { ServiceAccountRequestList } from '@/components/helpdesk/queues/service-account-request-list';
import { UnfreezeList } from '@/components/helpdesk/queues/unfreeze-list';
import { BreakGlassList } from '@/components/helpdesk/queues/break-glass-list';
import { MainContent } from '@/components/layout/main-content';
import { EmptyState } from '@/components/ui/lists/empty-state';
import { PageHeading } from '@/components/ui/page-heading';
import { TextField } from '@/components/ui/fields/text-field';
import { may } from '@/lib/accounts/users/permission';
import { listRoleRequests, type RoleApproval } from '@/lib/administration/list-role-requests';
import { accountOrigins } from '@/lib/approvals/account-origin';
import { approvalContext } from '@/lib/approvals/approval-context';
import { listApprovals, type Approval } from '@/lib/helpdesk/approvals/list-approvals';
import { listLifts, type LiftApproval } from '@/lib/safety/freeze/list-lifts';
import { listChanges } from '@/lib/helpdesk/changes/list-changes';
import { listBreakGlass } from '@/lib/approvals/list-break-glass';
import { MAXIMUM_REASON_LENGTH } from '@/lib/approvals/request-texts';
import { listAccountRequests } from '@/lib/service-accounts/list-account-requests';
import { services } from '@/lib/composition/compose';
import { requirePagePermission } from '@/lib/web/sessions/signed-in';
import { approvalsNames } from '@/lib/names/staff-names';
import { approveAction, declineAction, declineLiftAction } from './actions';
import { decideChangeRequest } from './decide-change';
import { decideServiceAccountRequest } from './decide-service-account';
import { approveRoleAction, declineRoleAction } from './role-actions';
import { t } from '@/lib/language/t';

export const generateMetadata = (): Metadata => ({ title: t('Approvals') });

export default async function ApprovalsPage() {
  const staff = await requirePagePermission('approval:list', '/helpdesk/approvals');
  const { helpdesk, administration, serviceAccounts } = await services();
  const mayView = may(staff, 'approval:view');
  const approvals = mayView ? await listApprovals(helpdesk, staff.user) : [];
  const lifts = mayView ? await listLifts(helpdesk, staff.user) : [];
  const alone = mayView ? await listBreakGlass(helpdesk, staff.user.domain) : [];
  const isDecider = administration !== null && may(staff, 'account:approve');
  const roles = isDecider ? await listRoleRequests(administration, staff.user) : [];
  const systems = may(staff, 'account:approve') ? await listAccountRequests(serviceAccounts, staff.user) : [];
  const changes = may(staff, 'account:approve') ? await listChanges(helpdesk, staff.user) : [];
  const isEmpty = [approvals, lifts, roles, systems, changes].every(({ length }) => length === 0);
  const mayDecide = may(staff, 'approval:decide');
  const concerned = [...approvals, ...lifts, ...roles].map(({ userId }) => userId);
  const origins = await accountOrigins(helpdesk, staff.user.domain, concerned);
  const versions = [...approvals, ...roles, ...systems, ...changes, ...lifts].map(({ id }): string => id);
  const contexts = await Promise.all(approvals.map((approval) => approvalContext(helpdesk, approval)));
  return (
    <MainContent>
      <PageHeading lead={t('Requests that need a second person.')}>{t('Approvals')}</PageHeading>
      <LiveList ids={versions} of="requests" />
      <div className="grid gap-12">
        {isEmpty && (
          <EmptyState title={t('Nothing is waiting')}>{t('Approvers are emailed when a request comes in.')}</EmptyState>
        )}
        {approvals.length > 0 && (
          <ul aria-label={t(approvalsNames.requests)} className="grid gap-6">
            {approvals.map((approval, index) => (
              <ApprovalCard
                key={approval.id}
                approval={approval}
                context={contexts[index] ?? null}
                origin={origins.get(approval.userId)}
                mayDecide={mayDecide}
              >
                <DecisionForms
                  requestId={approval.id}
                  approve={{ action: approveAction, pageWords: approvedWords(approval) }}
                  decline={{
                    action: declineAction,
                    pageWords: t('Declined. {requester} can read your note on the page of {user}.', {
                      requester: approval.requestedBy,
                      user: approval.userId,
                    }),
                  }}
                  note={
                    <TextField
                      label={t(approvalsNames.note)}
                      name="note"
                      hint={t('Why you decline.')}
                      required
                      maxLength={MAXIMUM_REASON_LENGTH}
                      autoComplete="off"
                    />
                  }
                />
              </ApprovalCard>
            ))}
          </ul>
        )}
        {roles.length > 0 && <RoleRequestList requests={roles} origins={origins} decide={decideRole} />}
        {changes.length > 0 && <ChangeRequestList requests={changes} decide={decideChangeRequest} />}
        {systems.length > 0 && <ServiceAccountRequestList requests={systems} decide={decideServiceAccountRequest} />}
        {lifts.length > 0 && <UnfreezeList lifts={lifts} origins={origins} decide={mayDecide ? decideLift : null} />}
        {alone.length > 0 && <BreakGlassList uses={alone} />}
      </div>
    </MainContent>
  );
}

function approvedWords({ kind, userId, removes }: Approval): string {
  return kind === 'removal'
    ? t('Approved. {device} of {user} is being removed.', { device: removes ?? '', user: userId })
    : t('Approved. The invitation for {user} is sent.', { user: userId });
}

function decideLift({ id, userId }: LiftApproval) {
  return (
    <DecisionForms
      requestId={id}
      approve={{
        action: approveAction,
        pageWords: t('Approved. {user} can sign in again.', { user: userId }),
      }}
      decline={{ action: declineLiftAction, pageWords: t('Declined. {user} stays frozen.', { user: userId }) }}
    />
  );
}

function decideRole({ id, displayName, role }: RoleApproval) {
  const named = { name: displayName, role: t(ROLE_WORDS[role]) };
  return (
    <DecisionForms
      requestId={id}
      approve={{
        action: approveRoleAction,
        pageWords: t('Approved. {name} has the role {role}, and signs in again.', named),
      }}
      decline={{
        action: declineRoleAction,
        pageWords: t('Declined. {name} does not get the role {role}.', named),
      }}
    />
  );
}
