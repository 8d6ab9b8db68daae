import type { ReactNode } from 'react';
import { SCOPE_WORDS, scopesInWords } from '@/components/service-accounts/scope-words';
import { DescriptionList } from '@/components/ui/description-list';
import { Time } from '@/components/ui/time';
import { serviceAccountNames } from '@/lib/names/service-account-names';
import type { AccountApproval } from '@/lib/service-accounts/list-account-requests';
import { OBSTACLE_WORDS } from './obstacle-words';

/** Service accounts, and more scopes for them, that wait for a second person. @param decide the buttons */
export function ServiceAccountRequestList({
  requests,
  decide,
}: {
  requests: readonly AccountApproval[];
  decide: (request: AccountApproval) => ReactNode;
}) {
  return (
    <section aria-labelledby="systems-to-approve">
      <h2 id="systems-to-approve" className="mb-4 text-xl font-semibold">
        {serviceAccountNames.title}
      </h2>
      <ul aria-labelledby="systems-to-approve" className="grid gap-6">
        {requests.map((request) => (
          <li
            key={request.id}
            className="grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-6 rounded-card border border-line bg-surface p-5 sm:p-6 md:grid-cols-[minmax(0,1fr)_minmax(0,20rem)]"
          >
            <div className="min-w-0">
              <h3 className="mb-4 text-lg font-semibold wrap-anywhere">
                {request.limits ? `An account for ${request.name}` : `More for ${request.name}`}
              </h3>
              <DescriptionList items={[...whatIsAsked(request), ...whoAsked(request)]} />
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

type Items = { term: string; description: ReactNode }[];

function whatIsAsked({ scopes, limits, present }: AccountApproval): Items {
  const asked = (
    <ul className="grid gap-1">
      {scopes.map((scope) => (
        <li key={scope}>{SCOPE_WORDS[scope]}</li>
      ))}
    </ul>
  );
  if (!limits)
    return [
      { term: 'Is to be able to', description: asked },
      { term: 'May already', description: scopesInWords(present) || 'Nothing' },
    ];
  return [
    { term: 'May', description: asked },
    {
      term: 'From',
      description: <span className="wrap-anywhere">{limits.networks.join(', ') || 'Every network'}</span>,
    },
    { term: 'Requests a minute', description: limits.requestsPerMinute },
    { term: 'Account expires', description: <Time at={limits.expiresAt} /> },
  ];
}

function whoAsked({ requestedBy, requestedAt, endsAt }: AccountApproval): Items {
  return [
    { term: 'Requested by', description: requestedBy },
    { term: 'Requested', description: <Time at={requestedAt} form="relative" /> },
    { term: 'Request expires', description: <Time at={endsAt} form="relative" /> },
  ];
}
