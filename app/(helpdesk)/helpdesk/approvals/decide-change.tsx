import { StaffForm } from '@/components/helpdesk/staff-form';
import type { ChangeApproval } from '@/lib/helpdesk/changes/list-changes';
import { t } from '@/lib/language/t';
import { approvalsNames } from '@/lib/names/staff/approvals-names';
import { approveChangeAction, declineChangeAction } from './change-actions';

/** Buttons for a change of a person or a device. */
export function decideChangeRequest({ id, userId }: ChangeApproval) {
  const request = <input type="hidden" name="requestId" value={id} />;
  return (
    <>
      <StaffForm
        action={approveChangeAction}
        stepUp="never"
        submit={t(approvalsNames.approve)}
        pendingText={t('Approving…')}
        pageWords={t('Approved. The change for {user} is made.', { user: userId })}
      >
        {request}
      </StaffForm>
      <StaffForm
        action={declineChangeAction}
        stepUp="never"
        submit={t(approvalsNames.decline)}
        variant="secondary"
        pendingText={t('Declining…')}
        pageWords={t('Declined. Nothing changes for {user}.', { user: userId })}
      >
        {request}
      </StaffForm>
    </>
  );
}
