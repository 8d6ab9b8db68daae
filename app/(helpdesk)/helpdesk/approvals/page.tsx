import type { Metadata } from 'next';
import { ROLE_WORDS } from '@/lib/shared/language/role-words';
import { DecisionForms } from '@/components/staff/helpdesk/queues/decision-forms';
import { personWords, requesterWords } from '@/components/staff/helpdesk/people/person';
import { ApprovalCard, namedIn } from '@/components/staff/helpdesk/queues/approval-card';
import { ChangeRequestList } from '@/components/staff/helpdesk/queues/change-request-list';
import { LiveList } from '@/components/staff/helpdesk/queues/live-list';
import { RoleRequestList } from '@/components/staff/helpdesk/queues/role-request-list';
import { ServiceAccountRequestList } from '@/components/staff/helpdesk/queues/service-account-request-list';
import { UnfreezeList } from '@/components/staff/helpdesk/queues/unfreeze-list';
import { MainContent } from '@/components/site/layout/main-content';
import { EmptyState } from '@/components/ui/lists/empty-state';
import { PageHeading } from '@/components/ui/page-heading';
import { TextField } from '@/components/ui/fields/text-field';
import type { PeopleNames } from '@/lib/accounts/users/people-names';
import { peopleNames } from '@/lib/server/web/answers/people-names';
import { actorId } from '@/lib/audit/audit-event';
import { may } from '@/lib/accounts/users/permission';
import { listRoleRequests, type RoleApproval } from '@/lib/helpdesk/administration/list-role-requests';
import { personBehind } from '@/lib/accounts/users/requester';
import { accountOrigins } from '@/lib/helpdesk/approvals/account-origin';
import { approvalContext, type ApprovalContext } from '@/lib/helpdesk/approvals/approval-context';
import { listApprovals, type Approval } from '@/lib/helpdesk/desk/approvals/list-approvals';
import { listLifts, type LiftApproval } from '@/lib/helpdesk/safety/freeze/list-lifts';
import { listChanges } from '@/lib/helpdesk/desk/changes/list-changes';
import { MAXIMUM_REASON_LENGTH } from '@/lib/helpdesk/approvals/request-texts';
import { listAccountRequests } from '@/lib/helpdesk/service-accounts/list-account-requests';
import { services } from '@/lib/server/composition/compose';
import { requirePagePermission } from '@/lib/server/web/sessions/signed-in';
import { approvalsNames, reissueNames } from '@/lib/shared/names/staff-names';
import { approveAction, declineAction, declineLiftAction } from './actions';
import { decideChangeRequest } from './decide-change';
import { decideServiceAccountRequest } from './decide-service-account';
import { approveRoleAction, declineRoleAction } from './role-actions';
import { t } from '@/lib/shared/language/t';

export const generateMetadata = (): Metadata => ({ title: t('Approvals') });

export default async function ApprovalsPage() {
  const staff = await requirePagePermission('approval:list', '/helpdesk/approvals');
  const { helpdesk, administration, serviceAccounts } = await services();
  const mayView = may(staff, 'approval:view');
  const approvals = mayView ? await listApprovals(helpdesk, staff.user) : [];
  const lifts = mayView ? await listLifts(helpdesk, staff.user) : [];
  const isDecider = administration !== null && may(staff, 'account:approve');
  const roles = isDecider ? await listRoleRequests(administration, staff.user) : [];
  const systems = may(staff, 'account:approve') ? await listAccountRequests(serviceAccounts, staff.user) : [];
  const changes = may(staff, 'account:approve') ? await listChanges(helpdesk, staff.user) : [];
  const mayDecide = may(staff, 'approval:decide');
  const concerned = [...approvals, ...lifts, ...roles].map(({ userId }) => userId);
  const people = await peopleNames(staff.user.domain, concerned);
  const origins = await accountOrigins(helpdesk, staff.user.domain, concerned, people);
  const requests = [...approvals, ...lifts, ...roles, ...systems, ...changes];
  const others = [
    ...changes.map(({ userId }) => userId),
    ...requests.map(({ requestedBy }) => requestedBy),
    ...[...origins.values()].flatMap(({ made }) => (made && actorId(made.by)) ?? []),
  ].filter((one) => !people.has(personBehind(one)));
  const names = new Map([...people, ...(await peopleNames(staff.user.domain, others))]);
  const versions = requests.map(({ id }): string => id);
  const contexts = await Promise.all(approvals.map((approval) => approvalContext(helpdesk, approval)));
  return (
    <MainContent>
      <PageHeading lead={t('Requests that need a second person.')}>{t('Approvals')}</PageHeading>
      <LiveList ids={versions} of="requests" />
      <div className="grid gap-12">
        {requests.length === 0 && (
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
                names={names}
                mayDecide={mayDecide}
              >
                <DecisionForms
                  requestId={approval.id}
                  approve={{
                    action: approveAction,
                    pageWords: approvedWords(approval, contexts[index] ?? null, names),
                  }}
                  final={finalWords(approval, contexts[index] ?? null)}
                  decline={{
                    action: declineAction,
                    pageWords: t('Declined. {requester} can read your note on the page of {user}.', {
                      requester: requesterWords(names, approval.requestedBy),
                      user: personWords(names, approval.userId),
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
        {roles.length > 0 && <RoleRequestList requests={roles} names={names} origins={origins} decide={decideRole} />}
        {changes.length > 0 && (
          <ChangeRequestList
            requests={changes}
            names={names}
            decide={(request) => decideChangeRequest(request, names)}
          />
        )}
        {systems.length > 0 && (
          <ServiceAccountRequestList
            requests={systems}
            names={names}
            decide={(request) => decideServiceAccountRequest(request, names)}
          />
        )}
        {lifts.length > 0 && (
          <UnfreezeList
            lifts={lifts}
            names={names}
            origins={origins}
            decide={mayDecide ? (lift) => decideLift(lift, names) : null}
          />
        )}
      </div>
    </MainContent>
  );
}

function approvedWords(approval: Approval, context: ApprovalContext | null, names: PeopleNames): string {
  const user = personWords(names, approval.userId);
  if (approval.kind === 'invitation') return t('Approved. The invitation for {user} is sent.', { user });
  const { instanceId, deviceName } = namedIn(context, approval.removes);
  const device = deviceName ?? t('device {serial}', { serial: instanceId });
  return t('Approved. {device} of {user} is being removed.', { device, user });
}

/** What nobody can undo is confirmed with the press. */
function finalWords({ removes }: Approval, context: ApprovalContext | null): string | null {
  if (removes === null) return null;
  const { instanceId, deviceName } = namedIn(context, removes);
  return t(reissueNames.removeForGood, { device: deviceName ?? instanceId });
}

function decideLift({ id, userId }: LiftApproval, names: PeopleNames) {
  const user = personWords(names, userId);
  return (
    <DecisionForms
      requestId={id}
      approve={{
        action: approveAction,
        pageWords: t('Approved. {user} can sign in again.', { user }),
      }}
      decline={{ action: declineLiftAction, pageWords: t('Declined. {user} stays frozen.', { user }) }}
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
