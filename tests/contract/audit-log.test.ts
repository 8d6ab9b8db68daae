import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { canonicalRecord, FIRST_PREVIOUS_HASH } from '@/lib/audit/audit-record';
import { verifyAuditChain } from '@/lib/audit/verify-audit-chain';
import type { Database } from '@/lib/database/database';
import { PrismaAuditLog } from '@/lib/database/tables/prisma-audit-log';
import { sha256Hex } from '@/lib/database/sha256-hex';
import { systemClock } from '@/lib/shared/time/clock';
import { forEachDatabase } from '../support/databases/databases';
import { emptyAuditLog, tamperWithAuditLog } from '../support/doubles/fake-tampering';
import { MemoryAuditLog } from '../support/doubles/stores/memory-audit-log';
import { auditLogContract } from './audit-log.contract';
import { TEST_CHAIN_KEYS, testAppender } from '../support/test-chain';

describe('in memory', () => {
  auditLogContract(async () => new MemoryAuditLog(systemClock));
});

forEachDatabase((_database, open) => {
  let database: Database;
  let log: PrismaAuditLog;

  beforeAll(async () => {
    database = await open();
    log = new PrismaAuditLog(database, systemClock, testAppender());
  });

  beforeEach(() => emptyAuditLog(database));

  const verify = () => verifyAuditChain(log, TEST_CHAIN_KEYS);

  auditLogContract(async () => log);

  describe('the table is append only', () => {
    beforeEach(() =>
      log.append({ type: 'signed-out', actor: { kind: 'system' }, subject: null, correlationId: '-', address: null }),
    );

    it.each([
      'UPDATE audit_record SET address = NULL',
      'DELETE FROM audit_record',
      'TRUNCATE audit_record',
      'TRUNCATE audit_record CASCADE',
      'UPDATE audit_head SET sequence_number = 0',
      'DELETE FROM audit_head',
      'TRUNCATE audit_head',
    ])('%s is refused, and changes nothing', async (statement) => {
      const before = await log.read(0, 10);
      await expect(database.client.$executeRawUnsafe(statement)).rejects.toThrow(/append only/);
      expect(await log.read(0, 10)).toEqual(before);
    });
  });

  describe('verifying it', () => {
    beforeEach(async () => {
      const about = {
        actor: { kind: 'user', userId: 'jane.doe' },
        subject: { userId: 'jane.doe', domain: 'example.org' },
        correlationId: 'request',
        address: '192.0.2.1',
      } as const;
      for (const format of ['svg', 'png', 'svg', 'png', 'svg'] as const)
        await log.append({ type: 'image-viewed', activationId: 'act', format, ...about });
    });

    describe('somebody who owns the database is found out when they', () => {
      it.each([
        ['change what happened', `UPDATE audit_record SET fact = fact || '{"format":"png"}' WHERE sequence_number = 3`],
        ['change who did it', `UPDATE audit_record SET actor = '{"kind":"system"}' WHERE sequence_number = 3`],
        ['change whom it concerns', `UPDATE audit_record SET subject_user_id = 'john' WHERE sequence_number = 3`],
        ['take the person out', `UPDATE audit_record SET subject_user_id = NULL WHERE sequence_number = 3`],
        ['change the domain', `UPDATE audit_record SET subject_domain = '' WHERE sequence_number = 3`],
        ['change when', `UPDATE audit_record SET at = at + interval '1 millisecond' WHERE sequence_number = 3`],
        ['change from where', `UPDATE audit_record SET address = '192.0.2.2' WHERE sequence_number = 3`],
        ['change the request', `UPDATE audit_record SET correlation_id = 'other' WHERE sequence_number = 3`],
        ['change the hash', `UPDATE audit_record SET hash = repeat('0', 64) WHERE sequence_number = 3`],
        ['change the link', `UPDATE audit_record SET previous_hash = repeat('0', 64) WHERE sequence_number = 3`],
      ])('%s', async (_name, statement) => {
        await tamperWithAuditLog(database, statement);
        expect(await verify()).toEqual({ intact: false, sequenceNumber: 3, problem: 'altered' });
      });

      it('threat: rewrite history and hash it again, which takes no key that the database has', async () => {
        const records = await log.read(0, 10);
        let previousHash = FIRST_PREVIOUS_HASH;
        const statements = records.map(({ hash: _hash, ...record }) => {
          const forged = { ...record, previousHash, event: { ...record.event, address: '192.0.2.66' } };
          const hash = sha256Hex(canonicalRecord(forged));
          const statement = `UPDATE audit_record SET address = '192.0.2.66', previous_hash = '${previousHash}',
            hash = '${hash}' WHERE sequence_number = ${record.sequenceNumber}`;
          previousHash = hash;
          return statement;
        });
        await tamperWithAuditLog(database, ...statements, `UPDATE audit_head SET hash = '${previousHash}'`);
        expect(await verify()).toEqual({ intact: false, sequenceNumber: 1, problem: 'altered' });
      });

      it('threat: cut off the end', async () => {
        await tamperWithAuditLog(database, 'DELETE FROM audit_record WHERE sequence_number > 3');
        expect(await verify()).toEqual({ intact: false, sequenceNumber: 4, problem: 'missing' });
      });

      it('take a record out', async () => {
        await tamperWithAuditLog(database, 'DELETE FROM audit_record WHERE sequence_number = 3');
        expect(await verify()).toEqual({ intact: false, sequenceNumber: 3, problem: 'missing' });
      });

      it('take a record out and close the gap', async () => {
        await tamperWithAuditLog(database, 'DELETE FROM audit_record WHERE sequence_number IN (3, 5)');
        await tamperWithAuditLog(database, 'UPDATE audit_record SET sequence_number = 3 WHERE sequence_number = 4');
        expect(await verify()).toMatchObject({ intact: false, sequenceNumber: 3 });
      });
    });
  });
});
