import type { ChainProblem } from '@/lib/audit/chain-verdict';

/** What is wrong with a record, after its number. */
export const CHAIN_PROBLEM_WORDS: Record<ChainProblem, string> = {
  missing: 'is missing',
  altered: 'was altered: its hash does not fit what it says',
  'not-chained': 'does not follow the record before it',
};
