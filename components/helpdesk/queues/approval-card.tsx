import Link from 'next/link';
import type { ReactNode } from 'react';
import { DescriptionList } from '@/components/ui/description-list';
import { Time } from '@/components/ui/time';
import type { DecisionRefusal } from '@/lib/helpdesk/approvals/ask-second-person';
import type { Approval } from '@/lib/helpdesk/approvals/list-approvals';
import { EvidenceList } from '../reissue/evidence-list';
import { REASON_WORDS } from '../reissue/reissue-words';
import { userPath } from '../people/user-path';

const OBSTACLES: Record<DecisionRefusal, string> = {
  'own-request': 'You asked for this yourself, so somebody else decides it.',
  'own-account': 'This is about your own devices, so somebody else decides it.',
};

/** One request in the queue. @param children the buttons that decide it, for staff who may */
export function ApprovalCard({
  approval,
  mayDecide,
  children,
}: {
  approval: Approval;
  mayDecide: boolean;
  children: ReactNode;
}) {
  const { userId, reason, ticket, requestedBy, requestedAt, endsAt, obstacle, kind, removes } = approval;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-6 rounded-card border border-line bg-surface p-5 sm:p-6 md:grid-cols-[minmax(0,1fr)_minmax(0,20rem)]">
      <div className="min-w-0">
        <h2 className="mb-4 text-lg font-semibold wrap-anywhere">
          {kind === 'invitation' ? 'Invitation for ' : 'Removal of a device of '}
          <Link href={userPath(userId)} className="underline underline-offset-4">
            {userId}
          </Link>
        </h2>
        <DescriptionList
          items={[
            { term: 'Asked for by', description: requestedBy },
            { term: 'Asked for', description: <Time at={requestedAt} /> },
            { term: 'Reason', description: REASON_WORDS[reason] },
            { term: 'Ticket', description: <span className="wrap-anywhere">{ticket}</span> },
            ...(removes === null ? [] : [{ term: 'Removes', description: removes }]),
            ...(approval.kind === 'invitation'
              ? [{ term: 'Caller check', description: <EvidenceList evidence={approval.evidence} /> }]
              : []),
            { term: 'Ends undecided', description: <Time at={endsAt} /> },
          ]}
        />
      </div>
      {mayDecide && obstacle === null && <div className="grid content-start gap-6">{children}</div>}
      {obstacle !== null && <p className="text-ink-soft">{OBSTACLES[obstacle]}</p>}
      {!mayDecide && obstacle === null && <p className="text-ink-soft">An approver decides this.</p>}
    </li>
  );
}
