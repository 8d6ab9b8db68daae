import Link from 'next/link';
import type { ReactNode } from 'react';
import { DescriptionList } from '@/components/ui/description-list';
import { Time } from '@/components/ui/time';
import type { LiftApproval } from '@/lib/helpdesk/freeze/list-lifts';
import { userPath } from '../people/user-path';

const OBSTACLES = {
  'own-request': 'You requested this, so somebody else decides.',
  'own-account': 'This is about your own account, so somebody else decides.',
} as const;

const METHODS: Record<string, string> = {
  'call-back': 'Call-back number',
  'identity-document': 'Identity document',
  manager: 'Manager',
};

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
                ...lift.evidence.map(({ method, detail }) => ({
                  term: METHODS[method] ?? method,
                  description: detail,
                })),
              ]}
            />
            {lift.obstacle ? (
              <p className="text-ink-soft">{OBSTACLES[lift.obstacle]}</p>
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
