/** What reading the chain from end to end has found: how long it is and where it ends, or its first broken record. */
export type ChainVerdict =
  | { intact: true; records: number; lastHash: string }
  | { intact: false; sequenceNumber: number; problem: ChainProblem };

export type ChainProblem = 'missing' | 'altered' | 'not-chained';
