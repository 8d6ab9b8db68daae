import type { ReactNode } from 'react';
import { ROLE_MEANINGS, ROLE_WORDS } from '@/components/administration/role-words';
import { DescriptionList } from '@/components/ui/description-list';
import { Time } from '@/components/ui/time';
import type { RoleApproval } from '@/lib/administration/list-role-requests';
import { approvalsNames } from '@/lib/names/approvals-names';
import { OBSTACLE_WORDS } from './obstacle-words';

/** Staff roles that wait for a second person. @param decide the buttons, where the reader may */
export function RoleRequestList({
  requests,
  decide,
}: {
  requests: readonly RoleApproval[];
  decide: (request: RoleApproval) => ReactNode;
}) {
  return (
    <section aria-labelledby="roles-to-give">
      <h2 id="roles-to-give" className="mb-4 text-xl font-semibold">
        {approvalsNames.roles}
      </h2>
      <ul aria-labelledby="roles-to-give" className="grid gap-6">
        {requests.map((request) => (
          <li
            key={request.id}
            className="grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-6 rounded-card border border-line bg-surface p-5 sm:p-6 md:grid-cols-[minmax(0,1fr)_minmax(0,20rem)]"
          >
            <div className="min-w-0">
              <h3 className="mb-4 text-lg font-semibold wrap-anywhere">
                {ROLE_WORDS[request.role]} for {request.displayName}
              </h3>
              <DescriptionList
                items={[
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
              />
            </div>
            {request.obstacle ? (
              <p className="text-ink-soft">{OBSTACLE_WORDS[request.obstacle]}</p>
            ) : (
              <div className="grid content-start gap-4">{decide(request)}</div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
