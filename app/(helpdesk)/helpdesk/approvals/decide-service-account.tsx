import { StaffForm } from '@/components/helpdesk/staff-form';
import type { AccountApproval } from '@/lib/service-accounts/list-account-requests';
import { approveServiceAccountAction, declineServiceAccountAction } from './service-account-actions';
import { t } from '@/lib/language/t';

/** The buttons of a request for a service account, or for more scopes. */
export function decideServiceAccountRequest({ id, name, limits, requestedBy }: AccountApproval) {
  const request = <input type="hidden" name="requestId" value={id} />;
  return (
    <>
      <StaffForm
        action={approveServiceAccountAction}
        stepUp="never"
        submit={t('Approve')}
        pendingText={t('Approving…')}
        pageWords={
          limits
            ? t('Approved. {requester} is shown the key of {name} on its page, once.', { requester: requestedBy, name })
            : t('Approved. {name} can do more from now on.', { name })
        }
      >
        {request}
      </StaffForm>
      <StaffForm
        action={declineServiceAccountAction}
        stepUp="never"
        submit={t('Decline')}
        variant="secondary"
        pendingText={t('Declining…')}
        pageWords={
          limits
            ? t('Declined. {name} gets no account.', { name })
            : t('Declined. {name} can do what it could.', { name })
        }
      >
        {request}
      </StaffForm>
    </>
  );
}
