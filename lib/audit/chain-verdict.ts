/** `unkeyed`: its hash could have been made by anybody. `unknown-key`: the key that it was made with is not there. */
export const CHAIN_PROBLEMS = ['missing', 'altered', 'not-chained', 'unkeyed', 'unknown-key'] as const;
export type ChainProblem = (typeof CHAIN_PROBLEMS)[number];

/**
 * What reading the chain from end to end has found: how long it is and where it ends, or its first broken record.
 * @property unkeyed how many records, the first ones, are from before hashes had a key; left out when there are none
 */
export type ChainVerdict =
  | { intact: true; records: number; lastHash: string; unkeyed?: number }
  | { intact: false; sequenceNumber: number; problem: ChainProblem };
