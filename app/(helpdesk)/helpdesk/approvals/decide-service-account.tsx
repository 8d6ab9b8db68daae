import { DecisionForms } from '@/components/staff/helpdesk/queues/decision-forms';
import { requesterWords } from '@/components/staff/helpdesk/people/person';
import type { PeopleNames } from '@/lib/accounts/users/people-names';
import type { AccountApproval } from '@/lib/helpdesk/service-accounts/list-account-requests';
import { approveServiceAccountAction, declineServiceAccountAction } from './service-account-actions';
import { t } from '@/lib/shared/language/t';

/** The buttons of a request for a service account, or for more scopes. */
export function decideServiceAccountRequest({ id, name, limits, requestedBy }: AccountApproval, names: PeopleNames) {
  return (
    <DecisionForms
      requestId={id}
      approve={{
        action: approveServiceAccountAction,
        pageWords: limits
          ? t('Approved. {requester} is shown the key of {name} on its page, once.', {
              requester: requesterWords(names, requestedBy),
              name,
            })
          : t('Approved. {name} can do more from now on.', { name }),
      }}
      decline={{
        action: declineServiceAccountAction,
        pageWords: limits
          ? t('Declined. {name} gets no account.', { name })
          : t('Declined. {name} can do what it could.', { name }),
      }}
    />
  );
}
