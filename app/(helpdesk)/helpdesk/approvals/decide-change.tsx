import { DecisionForms } from '@/components/helpdesk/queues/decision-forms';
import type { ChangeApproval } from '@/lib/helpdesk/changes/list-changes';
import { t } from '@/lib/language/t';
import { approveChangeAction, declineChangeAction } from './change-actions';

/** Buttons for a change of a person or a device. */
export function decideChangeRequest({ id, userId }: ChangeApproval) {
  return (
    <DecisionForms
      requestId={id}
      approve={{
        action: approveChangeAction,
        pageWords: t('Approved. The change for {user} is made.', { user: userId }),
      }}
      decline={{
        action: declineChangeAction,
        pageWords: t('Declined. Nothing changes for {user}.', { user: userId }),
      }}
    />
  );
}
