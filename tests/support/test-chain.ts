import { canonicalRecord, type AuditRecord } from '@/lib/audit/audit-record';
import { AuditAppender } from '@/lib/database/append-audit-records';
import { ChainKeys } from '@/lib/database/chain-keys';

/** The keys of an audit log under test. */
export const TEST_CHAIN_KEYS = new ChainKeys([{ id: 'test', key: new Uint8Array(32).fill(8) }]);

/** A record's hash, as who has the keys makes it. */
export function hashOf(record: Omit<AuditRecord, 'hash'>): string {
  return TEST_CHAIN_KEYS.hash(canonicalRecord(record), record.keyId) ?? '';
}

/** What one process appends with; others have their own. */
export function testAppender(): AuditAppender {
  return new AuditAppender(TEST_CHAIN_KEYS);
}
