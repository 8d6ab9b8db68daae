import { DecisionForms } from '@/components/staff/helpdesk/queues/decision-forms';
import { personWords } from '@/components/staff/helpdesk/people/person';
import type { PeopleNames } from '@/lib/accounts/users/people-names';
import type { ChangeApproval } from '@/lib/helpdesk/desk/changes/list-changes';
import { t } from '@/lib/shared/language/t';
import { approveChangeAction, declineChangeAction } from './change-actions';

/** Buttons for a change of a person or a device. */
export function decideChangeRequest({ id, userId }: ChangeApproval, names: PeopleNames) {
  const user = personWords(names, userId);
  return (
    <DecisionForms
      requestId={id}
      approve={{
        action: approveChangeAction,
        pageWords: t('Approved. The change for {user} is made.', { user }),
      }}
      decline={{
        action: declineChangeAction,
        pageWords: t('Declined. Nothing changes for {user}.', { user }),
      }}
    />
  );
}
