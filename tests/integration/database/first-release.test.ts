import { PGlite } from '@electric-sql/pglite';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { signIn } from '@/lib/accounts/sign-in/sign-in';
import { listRoleRequests } from '@/lib/helpdesk/administration/list-role-requests';
import { domainOfEvent } from '@/lib/audit/audit-event';
import { allOf } from '@/lib/audit/audit-log';
import { verifyAuditChain } from '@/lib/audit/verify-audit-chain';
import { compose, type Services } from '@/lib/server/composition/compose';
import { openInstallation } from '@/lib/server/composition/installation';
import { loadConfig } from '@/lib/config/config';
import { DATABASE_FOLDER, SECRETS_FILE } from '@/lib/config/data-directory/stored-secrets';
import { listMigrations, migrationsFolder } from '@/lib/database/migrate';
import { DemoSite } from '@/lib/server/demo/demo-site';
import type { Finding } from '@/lib/server/doctor/finding';
import { runChecks } from '@/lib/server/doctor/run-checks';
import { upgradeChecks } from '@/lib/server/doctor/upgrade/upgrade-checks';
import { listApprovals } from '@/lib/helpdesk/desk/approvals/list-approvals';
import { bytesFromHex } from '@/lib/shared/bytes';
import { EVERY_DOMAIN, type DomainOfReader } from '@/lib/shared/identifiers/user-key';
import { createPostgresqlDatabase } from '../../support/databases/create-postgresql-database';
import { readFirstWeek, restoreFirstWeek } from '../../support/databases/first-week';
import { beforeFirstRelease, FIRST_RELEASE } from '../../support/databases/migrate-before';

const WEEK = readFirstWeek();
const server = process.env['TESSERA_TEST_DATABASE_URL'];

/** Migrations of that version. */
const HAD = new Set(
  WEEK.tables['_prisma_migrations']?.map((row) => (JSON.parse(row) as { migration_name: string }).migration_name),
);

/** What the version of before leaves behind. @returns the settings that say where it is */
const INSTALLATIONS: Record<string, () => Promise<Record<string, string>>> = {
  async PGlite() {
    const directory = join(inject('runDirectory'), 'first-week');
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    writeFileSync(join(directory, SECRETS_FILE), JSON.stringify(WEEK.secrets), { mode: 0o600 });
    const pglite = await PGlite.create(join(directory, DATABASE_FOLDER));
    const query = async <Row>(sql: string, parameters?: unknown[]) => (await pglite.query<Row>(sql, parameters)).rows;
    await restoreFirstWeek({ exec: async (sql) => void (await pglite.exec(sql)), query }, WEEK);
    await pglite.close();
    return { TESSERA_DATA_DIR: directory };
  },
  ...(server && {
    async PostgreSQL() {
      const url = await createPostgresqlDatabase(server);
      const client = new Client({ connectionString: url });
      await client.connect();
      const query = async <Row>(sql: string, parameters?: unknown[]) =>
        (await client.query(sql, parameters)).rows as Row[];
      await restoreFirstWeek({ exec: async (sql) => void (await client.query(sql)), query }, WEEK);
      await client.end();
      return {
        DATABASE_URL: url,
        TESSERA_DATA_DIR: join(inject('runDirectory'), 'first-week-outbox'),
        ...WEEK.secrets,
      };
    },
  }),
};

describe.each(Object.keys(INSTALLATIONS))('an installation of before the first release, on %s', (kind) => {
  let opened: Services;
  /** At the moment at which it was left. */
  let site: DemoSite;
  /** What a look said before, by check. */
  const foreseen: Record<string, Finding> = {};
  /** In order. */
  let applied: string[];

  beforeAll(async () => {
    vi.unstubAllEnvs();
    const settings = (await INSTALLATIONS[kind]?.()) ?? {};
    for (const [name, value] of Object.entries({ TESSERA_LOG_LEVEL: 'silent', ...settings })) vi.stubEnv(name, value);
    const { database } = loadConfig().config;
    const { checks, close } = upgradeChecks({ database, backup: null, warnings: [], now: new Date() });
    await runChecks(checks, (name, finding) => void (foreseen[name] = finding));
    await close();
    const installation = await openInstallation((error) => {
      throw error;
    });
    const entries = await installation.database.client.$queryRaw<{ name: string }[]>`
      SELECT migration_name AS name FROM _prisma_migrations ORDER BY started_at`;
    applied = entries.map(({ name }) => name).filter((name) => !HAD.has(name));
    opened = compose(installation);
    site = new DemoSite(opened, opened.accounts.clock.now().getTime() - Date.parse(WEEK.madeAt));
  });

  afterAll(() => opened.close());

  it('a look before names every migration that the start then applies, and which of them is only noted', () => {
    const { words = '' } = foreseen['migrations'] ?? {};
    expect(words.match(/\d{14}_\w+/g)).toEqual(applied);
    expect(words).toContain(`a start applies ${applied.length}: `);
    expect(applied).toHaveLength(
      [migrationsFolder(), beforeFirstRelease()].flatMap((folder) => listMigrations(folder)).length - HAD.size,
    );
    expect(words.match(/\S+ \(only noted\)/g)).toEqual([`${FIRST_RELEASE} (only noted)`]);
    expect(words).toContain('20261129221500_encrypted_columns (of before the first release)');
    expect(foreseen['roll-back']).toMatchObject({ words: expect.stringContaining('no way back to it but the backup') });
  });

  it('the upgrade keeps every record, and the chain of the audit log verifies', async () => {
    const verified = await verifyAuditChain(opened.audit.audit, opened.audit.hashes);
    expect(verified).toMatchObject({ intact: true, records: WEEK.tables['audit_record']?.length });
  });

  it('what waited for a second person still waits', async () => {
    const { helpdesk, administration } = site.services;
    const approver = await site.user('approver');
    expect(await listApprovals(helpdesk, approver)).toMatchObject([{ kind: 'removal', userId: 'ada.lovelace' }]);
    if (!administration) throw new TypeError('there is no administration');
    expect(await listRoleRequests(administration, approver)).toMatchObject([
      { userId: 'maria.curie', role: 'auditor', requestedBy: 'administrator', obstacle: null },
    ]);
  });

  it('the messages that waited are sent, and can be read', async () => {
    await site.settle();
    expect(site.linkToken(await site.user('alan.turing'))).toMatch(/^[\w-]{43}$/);
    const { outbox, clock } = site.services.messaging;
    expect(await outbox.lease('mail', clock.now(), clock.now(), 1)).toEqual([]);
    expect(await outbox.listDead(EVERY_DOMAIN, 10)).toEqual([]);
  });

  it('threat: staff of a later domain read the records of before — those that name none are the first one’s', async () => {
    const { audit } = opened.audit;
    const kept = WEEK.tables['audit_record']?.length ?? 0;
    const records = (await audit.read(0, kept)).map(({ event }) => event);
    expect(records.filter((event) => domainOfEvent(event) === null).length).toBeGreaterThan(0);
    const until = { from: new Date(0), to: new Date(WEEK.madeAt) };
    const count = (domain: DomainOfReader) => audit.count(allOf(until, domain), 1_000);
    expect(await count(opened.config.domain)).toBe(await count(EVERY_DOMAIN));
    expect(await count('elsewhere')).toBe(0);
  });

  it('people sign in with their passwords', async () => {
    const jane = await site.user('jane.doe');
    const typed = { userId: 'jane.doe', password: WEEK.password };
    expect(await signIn(site.services.accounts, typed, site.from(jane))).toMatchObject({ ok: true });
  });

  it('people sign in with the devices that they had, whose one-time passwords hold', async () => {
    const kept = WEEK.devices.findLast(({ userId }) => userId === 'jane.doe');
    if (!kept) throw new TypeError('nobody has a device');
    const jane = await site.user('jane.doe');
    const device = { ...kept, instanceKey: bytesFromHex(kept.instanceKey) };
    await site.signInWithPhone(jane, device);
    site.pass(60_000);
    await site.tryOut(jane, device);
    const records = await opened.audit.audit.read(WEEK.tables['audit_record']?.length ?? 0, 100);
    const events = records.map(({ event }) => event);
    expect(events).toContainEqual(expect.objectContaining({ type: 'phone-sign-in-succeeded' }));
    expect(events).toContainEqual(expect.objectContaining({ type: 'login-tested', outcome: 'valid' }));
    expect(await verifyAuditChain(opened.audit.audit, opened.audit.hashes)).toMatchObject({ intact: true });
  });
});
