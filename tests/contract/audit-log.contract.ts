import { beforeEach, describe, expect, it } from 'vitest';
import type { AuditEvent } from '@/lib/audit/audit-event';
import type { AuditLog } from '@/lib/audit/audit-log';
import { FIRST_PREVIOUS_HASH } from '@/lib/audit/audit-record';
import { verifyAuditChain } from '@/lib/audit/verify-audit-chain';
import { sha256Hex } from '@/lib/database/append-audit-records';

const SUBJECT = { userId: 'jane.doe', domain: 'example.org' };
const CONTEXT = { actor: { kind: 'phone' }, subject: SUBJECT, correlationId: 'request', address: '192.0.2.1' } as const;

function event(changes: Partial<AuditEvent> = {}): AuditEvent {
  return { type: 'signed-out', ...CONTEXT, ...changes } as AuditEvent;
}

/** What every adapter of the port `AuditLog` does. @param open gives a log that is empty */
export function auditLogContract(open: () => Promise<AuditLog>): void {
  let log: AuditLog;

  beforeEach(async () => {
    log = await open();
  });

  const verify = () => verifyAuditChain(log, sha256Hex);

  describe('appending', () => {
    it('numbers the records from 1 and chains each to the one before', async () => {
      await log.append(event(), event());
      await log.append(event());
      const records = await log.read(0, 10);
      expect(records.map(({ sequenceNumber }) => sequenceNumber)).toEqual([1, 2, 3]);
      expect(records.map(({ previousHash }) => previousHash)).toEqual([
        FIRST_PREVIOUS_HASH,
        records[0]?.hash,
        records[1]?.hash,
      ]);
    });

    it('does nothing when there is nothing to append', async () => {
      await log.append();
      expect(await verify()).toEqual({ intact: true, records: 0, lastHash: FIRST_PREVIOUS_HASH });
    });

    it.each<[string, AuditEvent]>([
      ['plain', event()],
      ['of nobody known', event({ subject: null, actor: { kind: 'anonymous' }, address: null })],
      [
        'with words of any script',
        event({ type: 'authenticator-renamed', instanceId: 'VDS1-1', name: 'Jané’s 📱 "x"\\' }),
      ],
      ['with a number', event({ type: 'signed-out-everywhere', sessions: 3 })],
    ])('reads back an event %s as it was, and its hash still fits', async (_name, appended) => {
      await log.append(appended);
      expect((await log.read(0, 1))[0]?.event).toEqual(appended);
      expect(await verify()).toMatchObject({ intact: true, records: 1 });
    });

    it('keeps of a subject what identifies it, and hashes just that', async () => {
      const person = { ...SUBJECT, displayName: 'Jane Doe', roles: ['user'] };
      await log.append(event({ subject: person }));
      expect((await log.read(0, 1))[0]?.event.subject).toEqual(SUBJECT);
      expect(await verify()).toMatchObject({ intact: true, records: 1 });
    });

    it('keeps one chain when many append at the same moment', async () => {
      await Promise.all(Array.from({ length: 20 }, () => log.append(event(), event())));
      expect(await verify()).toMatchObject({ intact: true, records: 40 });
    });
  });

  describe('reading', () => {
    it('goes on behind a record and stops at the limit', async () => {
      await log.append(event(), event(), event(), event());
      expect((await log.read(1, 2)).map(({ sequenceNumber }) => sequenceNumber)).toEqual([2, 3]);
    });

    it("lists a person's newest records first, and nobody else's", async () => {
      await log.append(
        event({ correlationId: 'first' }),
        event({ subject: { ...SUBJECT, domain: 'elsewhere' } }),
        event({ subject: { ...SUBJECT, userId: 'john' } }),
        event({ subject: null }),
        event({ correlationId: 'second' }),
        event({ correlationId: 'third' }),
      );
      const records = await log.listFor(SUBJECT, 2);
      expect(records.map((record) => record.event.correlationId)).toEqual(['third', 'second']);
    });
  });
}
