import type { ReactNode } from 'react';
import { SCOPE_WORDS, scopesInWords } from '@/components/service-accounts/scope-words';
import { Time } from '@/components/ui/time';
import { serviceAccountNames } from '@/lib/names/service-account-names';
import type { AccountApproval } from '@/lib/service-accounts/list-account-requests';
import { SecondPersonQueue } from './second-person-queue';

/** Service accounts, and more scopes for them, that wait for a second person. @param decide the buttons */
export function ServiceAccountRequestList({
  requests,
  decide,
}: {
  requests: readonly AccountApproval[];
  decide: (request: AccountApproval) => ReactNode;
}) {
  return (
    <SecondPersonQueue
      id="systems-to-approve"
      title={serviceAccountNames.title}
      requests={requests}
      headingOf={({ limits, name }) => (limits ? `An account for ${name}` : `More for ${name}`)}
      itemsOf={(request) => [...whatIsAsked(request), ...whoAsked(request)]}
      decide={decide}
    />
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
