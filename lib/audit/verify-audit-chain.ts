import { canonicalRecord, FIRST_PREVIOUS_HASH, type AuditRecord } from './audit-record';
import type { AuditLog } from './audit-log';

export type ChainVerdict =
  | { intact: true; records: number; lastHash: string }
  | { intact: false; sequenceNumber: number; problem: 'missing' | 'altered' | 'not-chained' };

const BATCH = 1_000;

/**
 * Reads the whole log and names the first record that is missing, altered or not chained to the one before. A log cut
 * off at its end still chains: compare `records` and `lastHash` with what was noted elsewhere.
 * @param sha256 hash of a text's UTF-8 in lower-case hexadecimal
 */
export async function verifyAuditChain(log: AuditLog, sha256: (text: string) => string): Promise<ChainVerdict> {
  let expected = 1;
  let previousHash = FIRST_PREVIOUS_HASH;
  for (;;) {
    const records = await log.read(expected - 1, BATCH);
    for (const record of records) {
      const problem = findProblem(record, expected, previousHash, sha256);
      if (problem)
        return { intact: false, sequenceNumber: problem === 'missing' ? expected : record.sequenceNumber, problem };
      expected += 1;
      previousHash = record.hash;
    }
    if (records.length < BATCH) return { intact: true, records: expected - 1, lastHash: previousHash };
  }
}

function findProblem(record: AuditRecord, expected: number, previousHash: string, sha256: (text: string) => string) {
  if (record.sequenceNumber !== expected) return 'missing';
  const { hash, ...rest } = record;
  if (sha256(canonicalRecord(rest)) !== hash) return 'altered';
  return record.previousHash === previousHash ? null : 'not-chained';
}
