import { Link } from '../../../ui/buttons/link';
import type { ReactNode } from 'react';
import { RichText } from '@/components/site/language/rich-text';
import { DescriptionList } from '@/components/ui/lists/description-list';
import { Time } from '@/components/ui/time';
import type { PeopleNames } from '@/lib/accounts/users/people-names';
import type { AccountOrigin } from '@/lib/helpdesk/approvals/account-origin';
import type { LiftApproval } from '@/lib/helpdesk/safety/freeze/list-lifts';
import { personWords, requesterWords } from '../people/person';
import { userPath } from '../people/user-path';
import { EvidenceList } from '../reissue/evidence-list';
import { originItems } from './origin-items';
import { OBSTACLE_WORDS } from './obstacle-words';
import { t } from '@/lib/shared/language/t';

/** Frozen accounts that an agent asks to unfreeze. @param decide the buttons, for staff who may */
export function UnfreezeList({
  lifts,
  names,
  origins,
  decide,
}: {
  lifts: readonly LiftApproval[];
  names: PeopleNames;
  origins: ReadonlyMap<string, AccountOrigin>;
  decide: ((lift: LiftApproval) => ReactNode) | null;
}) {
  return (
    <section aria-labelledby="frozen-accounts">
      <h2 id="frozen-accounts" className="mb-4 text-xl font-semibold">
        {t('Frozen accounts')}
      </h2>
      <ul aria-labelledby="frozen-accounts" className="grid gap-6">
        {lifts.map((lift) => (
          <li key={lift.id} className="grid gap-6 rounded-card border border-line bg-surface p-5 sm:p-6">
            <h3 className="text-lg font-semibold wrap-anywhere">
              <RichText
                message="Unfreezing of {user}"
                values={{
                  user: (
                    <Link href={userPath(lift.userId)} className="underline underline-offset-4">
                      {personWords(names, lift.userId)}
                    </Link>
                  ),
                }}
              />
            </h3>
            <DescriptionList
              items={[
                { term: t('User ID'), description: <span className="wrap-anywhere">{lift.userId}</span> },
                { term: t('Requested by'), description: requesterWords(names, lift.requestedBy) },
                { term: t('Requested'), description: <Time at={lift.requestedAt} form="relative" /> },
                { term: t('Expires'), description: <Time at={lift.endsAt} form="until" /> },
                { term: t('Frozen'), description: <Time at={lift.frozenAt} form="relative" /> },
                { term: t('Ticket'), description: <span className="wrap-anywhere">{lift.ticket}</span> },
                ...originItems(origins.get(lift.userId), names),
                { term: t('Caller check'), description: <EvidenceList evidence={lift.evidence} /> },
              ]}
            />
            {lift.obstacle ? (
              <p className="text-ink-soft">{t(OBSTACLE_WORDS[lift.obstacle])}</p>
            ) : (
              <div className="flex flex-wrap gap-4">
                {decide ? decide(lift) : <p className="text-ink-soft">{t('An approver decides.')}</p>}
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
