import { createHash } from 'node:crypto';
import { canonicalRecord, FIRST_PREVIOUS_HASH, splitEvent } from '@/lib/audit/audit-record';
import { DAY } from '@/lib/shared/time/duration';
import { TEST_CHAIN_KEYS } from '../test-chain';

const BATCH = 10_000;

/** Runs a statement. @param parameters `$1`, `$2` … */
type Run = (statement: string, ...parameters: unknown[]) => Promise<unknown>;

/**
 * Adds records of 90 days to an empty audit log: a chain that holds.
 * @param count of records, a multiple of 10,000 @param until when the newest is
 */
export async function fillAuditLog(run: Run, count: number, until: Date, keys = TEST_CHAIN_KEYS): Promise<void> {
  const keyId = keys.currentKeyId;
  let previousHash = FIRST_PREVIOUS_HASH;
  for (let first = 1; first <= count; first += BATCH) {
    const rows = [];
    for (let sequenceNumber = first; sequenceNumber < first + BATCH; sequenceNumber++) {
      const at = new Date(until.getTime() - Math.floor(((count - sequenceNumber) / count) * 90 * DAY));
      const event = eventOf(sequenceNumber);
      const { context, fact } = splitEvent(event);
      const hash = keys.hash(canonicalRecord({ sequenceNumber, at, event, previousHash, keyId }), keyId) ?? '';
      rows.push({ sequenceNumber, at, ...context, userId: context.subject?.userId, fact, previousHash, hash });
      previousHash = hash;
    }
    await run(
      `INSERT INTO audit_record SELECT "sequenceNumber", at, "userId", 'example.org', actor, fact, "correlationId", address,
        "previousHash", hash, $2
      FROM jsonb_to_recordset($1::jsonb) AS r("sequenceNumber" int, at timestamptz, "userId" text,
        actor jsonb, fact jsonb, "correlationId" text, address text, "previousHash" text, hash text)`,
      JSON.stringify(rows),
      keyId,
    );
  }
  await run('UPDATE audit_head SET sequence_number = $1, hash = $2', count, previousHash);
}

function eventOf(number: number) {
  const userId = `person.${number % 100_000}`;
  const activationId = `act-${createHash('md5').update(userId).digest('hex')}`;
  const circumstances = {
    actor: { kind: 'user', userId },
    subject: { userId, domain: 'example.org' },
    correlationId: activationId,
    address: '192.0.2.1',
  } as const;
  if (number % 50_000 === 0) {
    const verdict = { intact: true, records: number - 1, lastHash: 'f'.repeat(64) } as const;
    return { type: 'audit-log-verified', verdict, ...circumstances } as const;
  }
  return { type: 'image-viewed', activationId, format: 'svg', ...circumstances } as const;
}
