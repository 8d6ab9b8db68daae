import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '@/lib/database/database';
import { PrismaAuditLog } from '@/lib/database/prisma-audit-log';
import { systemClock } from '@/lib/shared/clock';
import { forEachDatabase } from '../support/databases';
import { tamperWithAuditLog } from '../support/fake-tampering';
import { MemoryAuditLog } from '../support/memory-audit-log';
import { auditLogContract } from './audit-log.contract';

describe('in memory', () => {
  auditLogContract(async () => new MemoryAuditLog(systemClock));
});

forEachDatabase((_name, open) => {
  let database: Database;
  let log: PrismaAuditLog;

  beforeAll(async () => {
    database = await open();
    log = new PrismaAuditLog(database.client, systemClock);
  });

  beforeEach(() => tamperWithAuditLog(database, 'TRUNCATE audit_record'));

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
    ])('%s is refused, and changes nothing', async (statement) => {
      const before = await log.read(0, 10);
      await expect(database.client.$executeRawUnsafe(statement)).rejects.toThrow(/append only/);
      expect(await log.read(0, 10)).toEqual(before);
    });
  });
});
