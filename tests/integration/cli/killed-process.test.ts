import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signHead } from '@/lib/audit/audit-head';
import { ChainKeys, deriveChainKey } from '@/lib/database/secrets/chain-keys';
import { checkMigrations } from '@/lib/database/migrate';
import { openEmbeddedDatabase } from '@/lib/database/embedded/open-embedded-database';
import { PrismaActivationStore } from '@/lib/database/tables/activation/prisma-activation-store';
import { PrismaIdempotencyStore } from '@/lib/database/tables/service-accounts/prisma-idempotency-store';
import { PrismaAuditLog } from '@/lib/database/tables/audit/prisma-audit-log';
import { bytesFromHex } from '@/lib/shared/bytes';
import { systemClock } from '@/lib/shared/time/clock';
import { HOUR, MINUTE } from '@/lib/shared/time/duration';
import { poll } from '@/lib/kit/poll';
import { runCommand } from '../../support/servers/run-command';
import { tamperWithAuditLog } from '../../support/doubles/fake-tampering';
import { testAppender, testPersister } from '../../support/test-chain';
import { leaseScript } from './lease-script';
import { Script } from './spawn-script';

const KEY = '11'.repeat(32);
const SECRETS = {
  TESSERA_SESSION_SECRET: 's'.repeat(32),
  TESSERA_DATA_KEYS: `k1:${KEY}`,
  GATEWAY_ID: '0'.repeat(16),
  GATEWAY_FRONT_END_KEY: KEY,
  GATEWAY_BACK_END_KEY: KEY,
};

/** Appends to the audit log as fast as it can, and says after each record that it was kept. */
const WRITER = `
  const { openEmbeddedDatabase } = await import('./lib/database/embedded/open-embedded-database.ts');
  const { AuditAppender } = await import('./lib/database/side-effects/append-audit-records.ts');
  const { ChainKeys, deriveChainKey } = await import('./lib/database/secrets/chain-keys.ts');
  const { PrismaAuditLog } = await import('./lib/database/tables/audit/prisma-audit-log.ts');
  const { KeyRing } = await import('./lib/wire/crypto/key-ring.ts');
  const key = Uint8Array.from(Buffer.from('${KEY}', 'hex'));
  const database = await openEmbeddedDatabase(process.env.DIRECTORY);
  const chainKeys = new ChainKeys([{ id: 'k1', key: deriveChainKey(key) }]);
  const log = new PrismaAuditLog(database, { now: () => new Date() }, new AuditAppender(chainKeys, new KeyRing([{ id: 'k1', key }])));
  for (let count = 1; ; count++) {
    const correlationId = process.env.NAME + ' ' + count;
    await log.append({ type: 'signed-out', actor: { kind: 'system' }, subject: null, correlationId, address: null });
    console.log(correlationId);
  }`;

/** Takes every lease that there is for an hour, and says so. */
const LESSEE = leaseScript(
  `
  const { openEmbeddedDatabase } = await import('./lib/database/embedded/open-embedded-database.ts');
  const database = await openEmbeddedDatabase(process.env.DIRECTORY);`,
  KEY,
);

/** One data directory, whose processes are killed one after the other. */
describe('a process that is killed', () => {
  let directory: string;
  const acknowledged: string[] = [];

  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), 'tessera-killed-'));
  });

  afterAll(() => rmSync(directory, { recursive: true }));

  const write = (name: string) => new Script(WRITER, { DIRECTORY: directory, NAME: name });

  async function writeAndKill(name: string, records: number): Promise<void> {
    const writer = write(name);
    for (let count = 0; count < records; count++) acknowledged.push(await writer.hear());
    await writer.kill();
    // What it still managed to say before it was killed was acknowledged too.
    acknowledged.push(...(await writer.rest()));
  }

  it(
    'a process killed while it creates the database leaves nothing that could be taken for one',
    async () => {
      const creator = write('creator');
      await poll('the database to be in the making', async () =>
        existsSync(join(directory, 'database.creating', 'PG_VERSION')),
      );
      await creator.kill();
      expect(readdirSync(directory)).toEqual(['database.creating']);
    },
    2 * MINUTE,
  );

  it(
    'a process killed in the first creation is followed by a fresh start, and killed while writing loses nothing',
    async () => {
      await writeAndKill('first', 20);
      await writeAndKill('second', 1);
      await writeAndKill('third', 37);
      expect(readdirSync(directory)).toEqual(['database']);

      const database = await openEmbeddedDatabase(directory);
      const kept = await database.client.auditRecord.findMany({ select: { correlationId: true } });
      await expect(checkMigrations(database.client)).resolves.toBeUndefined();
      await database.close();
      const names = new Set(kept.map(({ correlationId }) => correlationId));
      expect(acknowledged.length).toBeGreaterThanOrEqual(57);
      expect(acknowledged.filter((name) => !names.has(name))).toEqual([]);
    },
    2 * MINUTE,
  );

  it(
    'leases of a killed process end when its database is opened again, and pauses before a retry do not',
    async () => {
      const leased = join(directory, 'leased');
      mkdirSync(leased);
      const lessee = new Script(LESSEE, { DIRECTORY: leased });
      expect(await lessee.hear()).toBe('2');
      await lessee.kill();
      const database = await openEmbeddedDatabase(leased);
      const store = new PrismaActivationStore(database, systemClock, testAppender(), testPersister(systemClock));
      const outbox = await database.client.outboxMessage.findMany({ where: { dueAt: { lte: new Date() } } });
      const [now, later] = [new Date(), new Date(Date.now() + HOUR)];
      const request = { serviceAccountId: 'a', key: 'k', fingerprint: 'f' };
      const begun = await new PrismaIdempotencyStore(database).begin(request, {
        now,
        leasedUntil: later,
        keptUntil: later,
      });
      const due = await store.listDue(now, 10);
      await database.close();
      rmSync(leased, { recursive: true });
      expect(due.map(({ userId }) => userId)).toEqual(['leased']);
      expect(outbox.map(({ lastProblem }) => lastProblem)).toEqual([null]);
      expect(begun).toEqual({ kind: 'begun' });
    },
    2 * MINUTE,
  );

  it(
    'the audit log of a killed process is intact for its command, and altered when tampered with',
    async () => {
      const env = {
        TESSERA_DATA_DIR: directory,
        DATABASE_URL: '',
        NODE_ENV: 'production',
        ...SECRETS,
      };
      const whole = await runCommand('audit-verify', [], { env });
      expect(whole).toEqual({
        code: 0,
        errors: '',
        output: expect.stringMatching(/^The audit log is intact: \d+ records, last hash [0-9a-f]{64}\.\n$/),
      });

      const database = await openEmbeddedDatabase(directory);
      const hashes = new ChainKeys([{ id: 'k1', key: deriveChainKey(bytesFromHex(KEY)) }]);
      const audit = new PrismaAuditLog(database, systemClock, testAppender());
      const head = JSON.stringify(await signHead({ audit, hashes }, systemClock.now()));
      await tamperWithAuditLog(
        database,
        "UPDATE audit_record SET address = '192.0.2.66' WHERE sequence_number IN (23, 30)",
      );
      await database.close();
      const compared = await runCommand('audit-verify', ['--head', head], { env });
      expect(compared.code).toBe(1);
      expect(compared.output).toMatch(
        /^The audit log is broken: record 23 was altered: its hash does not fit what it says\.\nIt contains all 1 signed heads/,
      );
      const forged = head.replace(/"sequenceNumber":\d+/, '"sequenceNumber":7');
      const refused = await runCommand('audit-verify', ['--head', forged], { env });
      expect(refused).toMatchObject({
        code: 1,
        output: expect.stringContaining('record 7, was not signed with the keys'),
      });
    },
    2 * MINUTE,
  );
});
