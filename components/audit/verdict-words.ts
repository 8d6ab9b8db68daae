import type { ChainProblem, ChainVerdict } from '@/lib/audit/chain-verdict';

const PROBLEMS: Record<ChainProblem, string> = {
  missing: 'is missing',
  altered: 'was altered: its hash does not fit what it says',
  'not-chained': 'does not follow the record before it',
};

const COUNT = new Intl.NumberFormat('en-GB');

/** What a verification has found: "1,525 records, all intact", or "record 3 is missing". */
export function verdictWords(verdict: ChainVerdict): string {
  return verdict.intact
    ? `${COUNT.format(verdict.records)} records, all intact`
    : `record ${verdict.sequenceNumber} ${PROBLEMS[verdict.problem]}`;
}
