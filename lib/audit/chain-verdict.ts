/** `unkeyed`: anyone could have made the hash. `unknown-key`: the hash's key is missing. */
export const CHAIN_PROBLEMS = ['missing', 'altered', 'not-chained', 'unkeyed', 'unknown-key'] as const;
export type ChainProblem = (typeof CHAIN_PROBLEMS)[number];

/**
 * The result of verifying the whole chain: its length and end, or its first broken record.
 * @property unkeyed the number of leading records from before hashes were keyed; undefined for none
 */
export type ChainVerdict =
  | { intact: true; records: number; lastHash: string; unkeyed?: number }
  | { intact: false; sequenceNumber: number; problem: ChainProblem };
