import type { ChainProblem, ChainVerdict } from '@/lib/audit/chain-verdict';

const PROBLEMS: Record<ChainProblem, string> = {
  missing: 'is missing',
  altered: 'was altered: its hash does not match its content',
  'not-chained': 'does not follow the record before it',
  unkeyed: 'was hashed without a key, as anyone could have done',
  'unknown-key': 'was hashed with an unknown key',
};

const COUNT = new Intl.NumberFormat('en-GB');

/** "1,525 records, all intact", or "record 3 is missing". */
export function verdictWords(verdict: ChainVerdict): string {
  if (!verdict.intact) return `record ${verdict.sequenceNumber} ${PROBLEMS[verdict.problem]}`;
  const { records, unkeyed = 0 } = verdict;
  const older = unkeyed > 0 ? `; the first ${COUNT.format(unkeyed)} predate keyed hashes` : '';
  return `${COUNT.format(records)} records, all intact${older}`;
}
