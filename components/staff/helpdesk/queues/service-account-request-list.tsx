import type { ReactNode } from 'react';
import { SCOPE_WORDS, scopesInWords } from '@/components/staff/service-accounts/scope-words';
import { Time } from '@/components/ui/time';
import { serviceAccountNames } from '@/lib/shared/names/staff-names';
import type { PeopleNames } from '@/lib/accounts/users/people-names';
import type { AccountApproval } from '@/lib/helpdesk/service-accounts/list-account-requests';
import { requesterWords } from '../people/person';
import { SecondPersonQueue } from './second-person-queue';
import { t } from '@/lib/shared/language/t';

/** Service accounts, and more scopes for them, that wait for a second person. @param decide the buttons */
export function ServiceAccountRequestList({
  requests,
  names,
  decide,
}: {
  requests: readonly AccountApproval[];
  names: PeopleNames;
  decide: (request: AccountApproval) => ReactNode;
}) {
  return (
    <SecondPersonQueue
      id="systems-to-approve"
      title={t(serviceAccountNames.title)}
      requests={requests}
      headingOf={({ limits, name }) => (limits ? t('An account for {name}', { name }) : t('More for {name}', { name }))}
      itemsOf={(request) => [...whatIsAsked(request), ...whoAsked(request, names)]}
      decide={decide}
    />
  );
}

type Items = { term: string; description: ReactNode }[];

function whatIsAsked({ scopes, limits, present }: AccountApproval): Items {
  const scopeList = (
    <ul className="grid gap-1">
      {scopes.map((scope) => (
        <li key={scope}>{t(SCOPE_WORDS[scope])}</li>
      ))}
    </ul>
  );
  if (!limits)
    return [
      { term: t('Is to be able to'), description: scopeList },
      { term: t('May already'), description: scopesInWords(present) || t('Nothing') },
    ];
  return [
    { term: t('May'), description: scopeList },
    {
      term: t(serviceAccountNames.networks),
      description: <span className="wrap-anywhere">{limits.networks.join(', ') || t('Every network')}</span>,
    },
    { term: t('Requests a minute'), description: limits.requestsPerMinute },
    { term: t('Account expires'), description: <Time at={limits.expiresAt} /> },
  ];
}

function whoAsked({ requestedBy, requestedAt, endsAt }: AccountApproval, names: PeopleNames): Items {
  return [
    { term: t('Requested by'), description: requesterWords(names, requestedBy) },
    { term: t('Requested'), description: <Time at={requestedAt} form="relative" /> },
    { term: t('Request expires'), description: <Time at={endsAt} form="until" /> },
  ];
}
