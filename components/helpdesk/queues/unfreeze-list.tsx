import Link from 'next/link';
import type { ReactNode } from 'react';
import { DescriptionList } from '@/components/ui/description-list';
import { Time } from '@/components/ui/time';
import type { LiftApproval } from '@/lib/helpdesk/freeze/list-lifts';
import { userPath } from '../people/user-path';
import { EvidenceList } from '../reissue/evidence-list';
import { OBSTACLE_WORDS } from './obstacle-words';

/** Frozen accounts that an agent asks to unfreeze. @param decide the buttons, for staff who may */
export function UnfreezeList({
  lifts,
  decide,
}: {
  lifts: readonly LiftApproval[];
  decide: ((lift: LiftApproval) => ReactNode) | null;
}) {
  return (
    <section aria-labelledby="frozen-accounts">
      <h2 id="frozen-accounts" className="mb-4 text-xl font-semibold">
        Frozen accounts
      </h2>
      <ul aria-labelledby="frozen-accounts" className="grid gap-6">
        {lifts.map((lift) => (
          <li key={lift.id} className="grid gap-6 rounded-card border border-line bg-surface p-5 sm:p-6">
            <h3 className="text-lg font-semibold wrap-anywhere">
              Unfreezing of{' '}
              <Link href={userPath(lift.userId)} className="underline underline-offset-4">
                {lift.userId}
              </Link>
            </h3>
            <DescriptionList
              items={[
                { term: 'Requested by', description: lift.requestedBy },
                { term: 'Requested', description: <Time at={lift.requestedAt} form="relative" /> },
                { term: 'Frozen', description: <Time at={lift.frozenAt} form="relative" /> },
                { term: 'Ticket', description: <span className="wrap-anywhere">{lift.ticket}</span> },
                { term: 'Caller check', description: <EvidenceList evidence={lift.evidence} /> },
              ]}
            />
            {lift.obstacle ? (
              <p className="text-ink-soft">{OBSTACLE_WORDS[lift.obstacle]}</p>
            ) : (
              <div className="flex flex-wrap gap-4">
                {decide ? decide(lift) : <p className="text-ink-soft">An approver decides.</p>}
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
