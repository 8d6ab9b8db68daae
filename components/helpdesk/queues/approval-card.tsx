import Link from 'next/link';
import type { ReactNode } from 'react';
import { DescriptionList } from '@/components/ui/description-list';
import { Time } from '@/components/ui/time';
import type { ApprovalContext } from '@/lib/helpdesk/approvals/approval-context';
import type { Approval } from '@/lib/helpdesk/approvals/list-approvals';
import { EvidenceList } from '../reissue/evidence-list';
import { REASON_WORDS } from '../reissue/reissue-words';
import { userPath } from '../people/user-path';
import { OBSTACLE_WORDS } from './obstacle-words';

/** One request in the queue. @param children the buttons that decide it, for staff who may */
export function ApprovalCard({
  approval,
  context,
  mayDecide,
  children,
}: {
  approval: Approval;
  /** Null if nothing is known beside the request. */
  context: ApprovalContext | null;
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
            { term: 'Requested by', description: requestedBy },
            { term: 'Requested', description: <Time at={requestedAt} form="relative" /> },
            { term: 'Reason', description: REASON_WORDS[reason] },
            { term: 'Ticket', description: <span className="wrap-anywhere">{ticket}</span> },
            ...(removes === null ? [] : [{ term: 'Removes', description: nameOf(context, removes) }]),
            ...(approval.kind === 'invitation'
              ? [{ term: 'Caller check', description: <EvidenceList evidence={approval.evidence} /> }]
              : []),
            { term: 'Expires', description: <Time at={endsAt} form="relative" /> },
            ...contextFacts(context),
          ]}
        />
      </div>
      {mayDecide && obstacle === null && <div className="grid content-start gap-6">{children}</div>}
      {obstacle !== null && <p className="text-ink-soft">{OBSTACLE_WORDS[obstacle]}</p>}
      {!mayDecide && obstacle === null && <p className="text-ink-soft">An approver decides.</p>}
    </li>
  );
}

function nameOf(context: ApprovalContext | null, instanceId: string): string {
  const name = context?.devices?.find((device) => device.instanceId === instanceId)?.name ?? instanceId;
  return name === instanceId ? name : `${name} (${instanceId})`;
}

function contextFacts(context: ApprovalContext | null): { term: string; description: ReactNode }[] {
  if (!context) return [];
  const { devices, lastSignIn } = context;
  const list = devices?.map(({ name, state }) => (state === 'active' ? name : `${name} (locked)`)).join(', ');
  return [
    { term: 'User’s devices', description: devices ? list || 'None' : 'Unknown' },
    { term: 'Last sign-in', description: lastSignIn ? <Time at={lastSignIn} form="relative" /> : 'None recently' },
  ];
}
