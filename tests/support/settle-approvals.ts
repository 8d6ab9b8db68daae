import { watchApprovals, type OfferedKind } from '@/lib/helpdesk/approvals/offered-kind';

/** One round over what is due of these kinds. @throws AggregateError if a request failed */
export async function settleApprovals(...kinds: OfferedKind[]): Promise<void> {
  const faults: unknown[] = [];
  await watchApprovals(kinds, (fault) => void faults.push(fault), new AbortController().signal);
  if (faults.length > 0) throw new AggregateError(faults, 'a request could not be processed');
}
