import { nextTurn } from '../shared/next-turn';
import { canonicalRecord, FIRST_PREVIOUS_HASH, type AuditRecord } from './audit-record';
import type { AuditLog } from './audit-log';
import type { ChainProblem, ChainVerdict } from './chain-verdict';

/** Records read at a time: some hundredths of a second, between which everybody else gets their turn. */
const BATCH = 250;

export type VerificationProgress = { checked: number; total: number };

/**
 * Reads the log up to the record that is the last one now, and names the first that is missing, altered or not chained to
 * the one before. A log cut off at its end still chains: compare `records` and `lastHash` with what was noted elsewhere.
 * @param sha256 hash of a text's UTF-8 in lower-case hexadecimal
 */
export async function verifyAuditChain(log: AuditLog, sha256: (text: string) => string): Promise<ChainVerdict> {
  const verification = verifyInBatches(log, sha256);
  let step = await verification.next();
  while (!step.done) step = await verification.next();
  return step.value;
}

/** As `verifyAuditChain`. @yields how far it is, after each batch */
export async function* verifyInBatches(
  log: AuditLog,
  sha256: (text: string) => string,
): AsyncGenerator<VerificationProgress, ChainVerdict, void> {
  const total = await log.lastSequenceNumber();
  let checked = 0;
  let previousHash = FIRST_PREVIOUS_HASH;
  while (checked < total) {
    const records = await log.read(checked, Math.min(BATCH, total - checked));
    if (records.length === 0) return { intact: false, sequenceNumber: checked + 1, problem: 'missing' };
    for (const record of records) {
      const problem = findProblem(record, checked + 1, previousHash, sha256);
      if (problem)
        return { intact: false, sequenceNumber: problem === 'missing' ? checked + 1 : record.sequenceNumber, problem };
      checked += 1;
      previousHash = record.hash;
    }
    yield { checked, total };
    await nextTurn();
  }
  return { intact: true, records: checked, lastHash: previousHash };
}

function findProblem(
  record: AuditRecord,
  expected: number,
  previousHash: string,
  sha256: (text: string) => string,
): ChainProblem | null {
  if (record.sequenceNumber !== expected) return 'missing';
  const { hash, ...rest } = record;
  if (sha256(canonicalRecord(rest)) !== hash) return 'altered';
  return record.previousHash === previousHash ? null : 'not-chained';
}
