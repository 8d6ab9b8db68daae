import { StaffForm } from '@/components/helpdesk/staff-form';
import type { AccountApproval } from '@/lib/service-accounts/list-account-requests';
import { approveServiceAccountAction, declineServiceAccountAction } from './service-account-actions';

/** The buttons of a request for a service account, or for more scopes. */
export function decideServiceAccountRequest({ id, name, limits, requestedBy }: AccountApproval) {
  const request = <input type="hidden" name="requestId" value={id} />;
  return (
    <>
      <StaffForm
        action={approveServiceAccountAction}
        stepUp="never"
        submit="Approve"
        pendingText="Approving…"
        pageWords={
          limits
            ? `Approved. ${requestedBy} is shown the key of ${name} on its page, once.`
            : `Approved. ${name} can do more from now on.`
        }
      >
        {request}
      </StaffForm>
      <StaffForm
        action={declineServiceAccountAction}
        stepUp="never"
        submit="Decline"
        variant="secondary"
        pendingText="Declining…"
        pageWords={limits ? `Declined. ${name} gets no account.` : `Declined. ${name} can do what it could.`}
      >
        {request}
      </StaffForm>
    </>
  );
}
