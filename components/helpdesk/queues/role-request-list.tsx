import type { ReactNode } from 'react';
import { ROLE_MEANINGS, ROLE_WORDS } from '@/components/administration/role-words';
import { Time } from '@/components/ui/time';
import type { RoleApproval } from '@/lib/administration/list-role-requests';
import { approvalsNames } from '@/lib/names/approvals-names';
import { SecondPersonQueue } from './second-person-queue';

/** Staff roles that wait for a second person. @param decide the buttons, where the reader may */
export function RoleRequestList({
  requests,
  decide,
}: {
  requests: readonly RoleApproval[];
  decide: (request: RoleApproval) => ReactNode;
}) {
  return (
    <SecondPersonQueue
      id="roles-to-give"
      title={approvalsNames.roles}
      requests={requests}
      headingOf={({ role, displayName }) => `${ROLE_WORDS[role]} for ${displayName}`}
      itemsOf={(request) => [
        { term: 'User ID', description: <span className="wrap-anywhere">{request.userId}</span> },
        {
          term: 'Email',
          description: <span className="wrap-anywhere">{request.mailAddresses.join(', ') || 'None'}</span>,
        },
        { term: 'Has', description: request.roles.map((role) => ROLE_WORDS[role]).join(', ') || 'No role' },
        { term: 'What it does', description: ROLE_MEANINGS[request.role] },
        { term: 'Requested by', description: request.requestedBy },
        { term: 'Requested', description: <Time at={request.requestedAt} form="relative" /> },
        { term: 'Expires', description: <Time at={request.endsAt} form="relative" /> },
      ]}
      decide={decide}
    />
  );
}
