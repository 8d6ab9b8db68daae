import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AuditEvent } from '@/lib/audit/audit-event';
import { canonicalRecord, FIRST_PREVIOUS_HASH } from '@/lib/audit/audit-record';
import { verifyAuditChain } from '@/lib/audit/verify-audit-chain';
import { ConfigurationError } from '@/lib/config/configuration-error';
import { KeyRing } from '@/lib/wire/crypto/key-ring';
import { AuditAppender } from '@/lib/database/side-effects/append-audit-records';
import type { Database } from '@/lib/database/database';
import { openDataKeys } from '@/lib/database/secrets/open-data-keys';
import { PrismaAuditLog } from '@/lib/database/tables/audit/prisma-audit-log';
import { sha256OfText } from '@/lib/shared/bytes';
import { systemClock } from '@/lib/shared/time/clock';
import { forEachDatabase } from '../../support/databases/databases';
import { emptyAuditLog, tamperWithAuditLog } from '../../support/doubles/fake-tampering';

const JANUARY = { id: 'january', key: new Uint8Array(32).fill(1) };
const FEBRUARY = { id: 'february', key: new Uint8Array(32).fill(2) };
const EVENT: AuditEvent = {
  type: 'signed-out',
  actor: { kind: 'system' },
  subject: null,
  correlationId: 'request',
  address: null,
};

forEachDatabase((_kind, openDatabase) => {
  let database: Database;

  beforeAll(async () => {
    database = await openDatabase();
  });

  beforeEach(async () => {
    await emptyAuditLog(database);
    await database.client.dataKey.deleteMany();
  });

  const start = (...keys: (typeof JANUARY)[]) =>
    openDataKeys(database.client, keys, new KeyRing(keys), systemClock.now());

  /** What a process with these keys does: it starts, and appends so many records. */
  async function run(keys: (typeof JANUARY)[], records: number): Promise<PrismaAuditLog> {
    const log = new PrismaAuditLog(database, systemClock, new AuditAppender(await start(...keys), new KeyRing(keys)));
    for (let count = 0; count < records; count++) await log.append(EVENT);
    return log;
  }

  async function verify(...keys: (typeof JANUARY)[]) {
    const chainKeys = await start(...keys);
    const log = new PrismaAuditLog(database, systemClock, new AuditAppender(chainKeys, new KeyRing(keys)));
    return verifyAuditChain(log, chainKeys);
  }

  /** The whole log as a version without keys would have written it. */
  async function writeWithoutKey(records: number, address: string | null = null): Promise<void> {
    const statements = ['TRUNCATE audit_record'];
    let previousHash = FIRST_PREVIOUS_HASH;
    for (let sequenceNumber = 1; sequenceNumber <= records; sequenceNumber++) {
      const at = new Date('2026-05-04T10:00:00Z');
      const record = { sequenceNumber, at, event: { ...EVENT, address }, previousHash, keyId: null };
      const hash = await sha256OfText(canonicalRecord(record));
      statements.push(`INSERT INTO audit_record VALUES (${sequenceNumber}, '${at.toISOString()}', NULL, NULL,
        '{"kind":"system"}', '{"type":"signed-out"}', 'request', ${address === null ? 'NULL' : `'${address}'`},
        '${previousHash}', '${hash}')`);
      previousHash = hash;
    }
    statements.push(`UPDATE audit_head SET sequence_number = ${records}, hash = '${previousHash}', key_id = NULL`);
    await tamperWithAuditLog(database, ...statements);
  }

  describe('the audit log', () => {
    it('the audit log of a new database has a key from its first record on', async () => {
      await run([JANUARY], 2);
      expect(await verify(JANUARY)).toMatchObject({ intact: true, records: 2 });
      expect(await verify(JANUARY)).not.toHaveProperty('unkeyed');
    });

    it('an audit log from before hashes had a key is kept, and closed off by a record that has one', async () => {
      await writeWithoutKey(3);
      const log = await run([JANUARY], 1);
      expect((await log.read(3, 1))[0]?.event).toMatchObject({ type: 'audit-log-keyed', records: 3 });
      expect(await verify(JANUARY)).toMatchObject({ intact: true, records: 5, unkeyed: 3 });
    });

    it('threat: history rewritten without a key is found out, and a restart does not take it for old', async () => {
      await run([JANUARY], 5);
      await writeWithoutKey(5, '192.0.2.66');
      await run([JANUARY], 1);
      expect(await verify(JANUARY)).toEqual({ intact: false, sequenceNumber: 1, problem: 'unkeyed' });
    });

    it('the audit log refuses records of a version without keys', async () => {
      await run([JANUARY], 1);
      await expect(
        database.client
          .$executeRaw`INSERT INTO audit_record (sequence_number, at, actor, fact, correlation_id, previous_hash, hash)
          VALUES (2, now(), '{}', '{}', '', '', '')`,
      ).rejects.toThrow('audit_record_has_a_key');
    });

    it('the audit log goes on with a new key, while the old one verifies its own records', async () => {
      await run([JANUARY], 2);
      const log = await run([FEBRUARY, JANUARY], 2);
      expect((await log.read(0, 10)).map(({ keyId }) => keyId)).toEqual(['january', 'january', 'february', 'february']);
      expect(await verify(FEBRUARY, JANUARY)).toMatchObject({ intact: true, records: 4 });
    });

    it('the audit log is verified after the data key of its first records was retired and removed', async () => {
      await run([JANUARY], 2);
      await run([FEBRUARY, JANUARY], 2);
      const ring = new KeyRing([FEBRUARY, JANUARY]);
      const { encryptedChainKey } = await database.client.dataKey.findUniqueOrThrow({ where: { id: 'january' } });
      const encryptedAnew = await ring.encrypt(
        await ring.decrypt(encryptedChainKey, 'chain key january'),
        'chain key january',
      );
      await database.client.dataKey.update({
        where: { id: 'january' },
        data: { retiredAt: systemClock.now(), encryptedChainKey: encryptedAnew },
      });
      expect(await verify(FEBRUARY)).toMatchObject({ intact: true, records: 4 });
    });

    it('the audit log keeps one chain while processes with different current keys append concurrently', async () => {
      const logs = [await run([JANUARY, FEBRUARY], 0), await run([FEBRUARY, JANUARY], 0)];
      const rounds = Array.from({ length: 10 }, () => logs).flat();
      await Promise.all(rounds.map((log) => log.append(EVENT, EVENT)));
      expect(await verify(FEBRUARY, JANUARY)).toMatchObject({ intact: true, records: 40 });
    });

    it('the audit log is appended to in the statement of a change, which is repeated after a conflict', async () => {
      const appender = new AuditAppender(await start(JANUARY), new KeyRing([JANUARY]));
      let sent = 0;
      const write = (isMade: boolean) =>
        appender.appendWithin(database.sql, [EVENT], systemClock.now(), (append) => {
          sent += 1;
          return database.sql`SELECT ${append} WHERE ${isMade}::boolean`;
        });
      expect(await write(true)).toHaveLength(1);
      expect(await write(true)).toHaveLength(1);
      expect(sent).toBe(2);
      await run([JANUARY], 1);
      expect(await write(true)).toHaveLength(1);
      expect(sent).toBe(4);
      expect(await write(false)).toEqual([]);
      expect(await verify(JANUARY)).toMatchObject({ intact: true, records: 4 });
    });

    it('the audit log is intact after concurrent changes of two processes, each in one statement', async () => {
      const logs = [await run([JANUARY], 0), await run([JANUARY], 0)];
      const rounds = Array.from({ length: 25 }, () => logs).flat();
      await Promise.all(rounds.map((log) => log.append(EVENT)));
      expect(await verify(JANUARY)).toMatchObject({ intact: true, records: 50 });
    });
  });

  describe('a process is refused', () => {
    beforeEach(() => start(JANUARY));

    it.each([
      [
        'threat: when a key of that name is another one',
        [{ ...JANUARY, key: FEBRUARY.key }],
        'has another key january',
      ],
      ['when it lacks a key that the database was used with', [FEBRUARY], 'lacks the key january'],
    ])('%s', async (_name, keys, words) => {
      await expect(start(...keys)).rejects.toThrow(ConfigurationError);
      await expect(start(...keys)).rejects.toThrow(words);
      expect(await database.client.dataKey.count()).toBe(1);
    });

    it('a process is refused until it has the key that another process has put to use meanwhile', async () => {
      await start(FEBRUARY, JANUARY);
      await expect(start(JANUARY)).rejects.toThrow('lacks the key february');
      await expect(start(JANUARY, FEBRUARY)).resolves.toBeDefined();
    });
  });

  it('processes that start at the same moment agree on their keys', async () => {
    await Promise.all(Array.from({ length: 4 }, () => start(JANUARY)));
    expect(await database.client.dataKey.count()).toBe(1);
  });
}, 'owner');
