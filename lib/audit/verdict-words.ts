import type { ChainProblem, ChainVerdict } from './chain-verdict';
import { formatCount, t, type Message } from '../shared/language/t';

const PROBLEMS = {
  missing: 'record {number} is missing',
  altered: 'record {number} was altered: its hash does not match its content',
  'not-chained': 'record {number} does not follow the record before it',
  unkeyed: 'record {number} was hashed without a key, as anyone could have done',
  'unknown-key': 'record {number} was hashed with an unknown key',
} as const satisfies Record<ChainProblem, Message>;

/** "1,525 records, all intact", or "record 3 is missing". */
export function verdictWords(verdict: ChainVerdict): string {
  if (!verdict.intact) return t(PROBLEMS[verdict.problem], { number: verdict.sequenceNumber });
  const { records, unkeyed = 0 } = verdict;
  const count = formatCount(records);
  return unkeyed > 0
    ? t('{count} records, all intact; the first {unkeyed} predate keyed hashes', {
        count,
        unkeyed: formatCount(unkeyed),
      })
    : t('{count} records, all intact', { count });
}
