import { auditContext, userActor } from './audit-context';
import { yieldToEventLoop } from '../shared/async/event-loop';
import { canonicalRecord, FIRST_PREVIOUS_HASH, type AuditRecord } from './audit-record';
import type { AuditLog, AuditPorts } from './audit-log';
import type { ChainHashes } from './chain-hashes';
import type { ChainProblem, ChainVerdict } from './chain-verdict';
import type { RequestOrigin } from '../shared/request-origin';

/** Records per batch: tens of milliseconds, after which the event loop runs other work. */
const BATCH = 250;

export type VerificationProgress = { checked: number; total: number };

/**
 * Verifies the log up to its present end, and names the first record that is missing, altered, not chained to its
 * predecessor, or hashed without a key. A truncated log still chains: compare it with heads stored elsewhere (see
 * `compareHeads`).
 */
export async function verifyAuditChain(log: AuditLog, hashes: ChainHashes): Promise<ChainVerdict> {
  const verification = verifyInBatches(log, hashes);
  let step = await verification.next();
  while (!step.done) step = await verification.next();
  return step.value;
}

/** As `verifyAuditChain`. @yields its progress after each batch */
export async function* verifyInBatches(
  log: AuditLog,
  hashes: ChainHashes,
): AsyncGenerator<VerificationProgress, ChainVerdict, void> {
  const { sequenceNumber: total } = await log.head();
  let end: ChainEnd = { checked: 0, hash: FIRST_PREVIOUS_HASH, unkeyed: 0 };
  while (end.checked < total) {
    const records = await log.read(end.checked, Math.min(BATCH, total - end.checked));
    if (records.length === 0) return broken(end.checked + 1, 'missing');
    for (const record of records) {
      const problem = findProblem(record, end, hashes);
      if (problem) return broken(problem === 'missing' ? end.checked + 1 : record.sequenceNumber, problem);
      if (record.keyId !== null && end.unkeyed === end.checked && !coversUnkeyed(record, end))
        return broken(1, 'unkeyed');
      end = {
        checked: end.checked + 1,
        hash: record.hash,
        unkeyed: end.unkeyed + (record.keyId === null ? 1 : 0),
      };
    }
    yield { checked: end.checked, total };
    await yieldToEventLoop();
  }
  const { checked: records, hash: lastHash, unkeyed } = end;
  if (unkeyed > 0 && unkeyed === records) return broken(1, 'unkeyed');
  return { intact: true, records, lastHash, ...(unkeyed > 0 && { unkeyed }) };
}

/** @property unkeyed the number of records without a key */
type ChainEnd = { checked: number; hash: string; unkeyed: number };

function broken(sequenceNumber: number, problem: ChainProblem): ChainVerdict {
  return { intact: false, sequenceNumber, problem };
}

function findProblem(record: AuditRecord, end: ChainEnd, hashes: ChainHashes): ChainProblem | null {
  if (record.sequenceNumber !== end.checked + 1) return 'missing';
  const { hash, ...rest } = record;
  if (record.keyId === null && end.unkeyed < end.checked) return 'unkeyed';
  const expected = hashes.hash(canonicalRecord(rest), record.keyId);
  if (expected === null) return 'unknown-key';
  if (expected !== hash) return 'altered';
  return record.previousHash === end.hash ? null : 'not-chained';
}

/** Whether the first keyed record confirms the unkeyed ones before it, so that none can be added to them. */
function coversUnkeyed({ event }: AuditRecord, end: ChainEnd): boolean {
  if (end.checked === 0) return true;
  return event.type === 'audit-log-keyed' && event.records === end.checked && event.lastHash === end.hash;
}

export type VerificationStep = VerificationProgress | { verdict: ChainVerdict };

/**
 * Verifies the chain for an auditor, and records the verdict with the count and the last hash. Records nothing if it is
 * abandoned half-way.
 * @yields its progress after each batch, and the verdict at the end
 */
export async function* verifyAuditLog(
  { audit, hashes }: AuditPorts,
  auditor: { userId: string },
  origin: RequestOrigin,
): AsyncGenerator<VerificationStep, void, void> {
  const verdict = yield* verifyInBatches(audit, hashes);
  await audit.append({ type: 'audit-log-verified', verdict, ...auditContext(userActor(auditor), null, origin) });
  yield { verdict };
}
