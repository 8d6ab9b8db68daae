import { canonicalRecord, type AuditRecord } from '@/lib/audit/audit-record';
import { AuditAppender } from '@/lib/database/side-effects/append-audit-records';
import { messageAppender } from '@/lib/database/side-effects/append-messages';
import { ChainKeys } from '@/lib/database/secrets/chain-keys';
import { sideEffectPersister, type PersistSideEffects } from '@/lib/database/side-effects/persist-side-effects';
import { KeyRing } from '@/lib/wire/crypto/key-ring';
import { systemRandom } from '@/lib/shared/random';
import type { Encrypter } from '@/lib/shared/encrypter';
import type { Clock } from '@/lib/shared/time/clock';

/** The keys of an audit log under test. */
export const TEST_CHAIN_KEYS = new ChainKeys([{ id: 'test', key: new Uint8Array(32).fill(8) }]);

/** Of an outbox under test. */
const TEST_KEY_RING = new KeyRing([{ id: 'test', key: new Uint8Array(32).fill(9) }]);

/** A record's hash, as who has the keys makes it. */
export function hashOf(record: Omit<AuditRecord, 'hash'>): string {
  return TEST_CHAIN_KEYS.hash(canonicalRecord(record), record.keyId) ?? '';
}

/** What one process appends with; others have their own. */
export function testAppender(encrypter: Encrypter = TEST_KEY_RING): AuditAppender {
  return new AuditAppender(TEST_CHAIN_KEYS, encrypter);
}

/** Audit events and mails, as a store keeps them with a change. Nobody listens to webhooks. */
export function testPersister(clock: Clock, appender = testAppender()): PersistSideEffects {
  return sideEffectPersister(messageAppender(TEST_KEY_RING, systemRandom, []), clock, appender);
}
