import { words, type WordOf } from './properties';

/** `unkeyed`: anyone could have made the hash. `unknown-key`: the hash's key is missing. */
export const CHAIN_PROBLEMS = words('chain problem', ['missing', 'altered', 'not-chained', 'unkeyed', 'unknown-key']);
export type ChainProblem = WordOf<typeof CHAIN_PROBLEMS>;

/**
 * The result of verifying the whole chain: its length and end, or its first broken record.
 * @property unkeyed the number of leading records from before hashes were keyed; undefined for none
 */
export type ChainVerdict =
  | { intact: true; records: number; lastHash: string; unkeyed?: number }
  | { intact: false; sequenceNumber: number; problem: ChainProblem };
