import type { ReactNode } from 'react';
import { ROLE_MEANINGS } from '@/components/staff/administration/role-words';
import { ROLE_WORDS } from '@/lib/shared/language/role-words';
import { Time } from '@/components/ui/time';
import type { RoleApproval } from '@/lib/helpdesk/administration/list-role-requests';
import type { PeopleNames } from '@/lib/accounts/users/people-names';
import type { AccountOrigin } from '@/lib/helpdesk/approvals/account-origin';
import { approvalsNames } from '@/lib/shared/names/staff-names';
import { requesterWords } from '../people/person';
import { originItems } from './origin-items';
import { SecondPersonQueue } from './second-person-queue';
import { t } from '@/lib/shared/language/t';

/** Staff roles that wait for a second person. @param decide the buttons, where the reader may */
export function RoleRequestList({
  requests,
  names,
  origins,
  decide,
}: {
  requests: readonly RoleApproval[];
  names: PeopleNames;
  origins: ReadonlyMap<string, AccountOrigin>;
  decide: (request: RoleApproval) => ReactNode;
}) {
  return (
    <SecondPersonQueue
      id="roles-to-give"
      title={t(approvalsNames.roles)}
      requests={requests}
      headingOf={({ role, displayName }) => t('{role} for {name}', { role: t(ROLE_WORDS[role]), name: displayName })}
      itemsOf={(request) => [
        { term: t('User ID'), description: <span className="wrap-anywhere">{request.userId}</span> },
        {
          term: t('Email'),
          description: <span className="wrap-anywhere">{request.mailAddresses.join(', ') || t('None')}</span>,
        },
        { term: t('Has'), description: request.roles.map((role) => t(ROLE_WORDS[role])).join(', ') || t('No role') },
        ...originItems(origins.get(request.userId), names),
        { term: t('What it does'), description: t(ROLE_MEANINGS[request.role]) },
        { term: t('Requested by'), description: requesterWords(names, request.requestedBy) },
        { term: t('Requested'), description: <Time at={request.requestedAt} form="relative" /> },
        { term: t('Expires'), description: <Time at={request.endsAt} form="until" /> },
      ]}
      decide={decide}
    />
  );
}
