import { PGlite } from '@electric-sql/pglite';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listMigrations, migrate, migrationsFolder, checkMigrations } from '@/lib/database/migrate';
import { rollBackFinding } from '@/lib/server/doctor/upgrade/migration-checks';
import { connectionTo } from '@/lib/database/embedded/open-embedded-database';
import type { MigrationConnection } from '@/lib/database/migration-connection';
import { ConfigurationError } from '@/lib/config/configuration-error';
import type { PrismaClient } from '@/lib/generated/prisma/client';
import { VERSION } from '@/lib/shared/version';
import { naturalKey } from '@/lib/accounts/users/natural-order';
import { searchTerms } from '@/lib/accounts/users/search-terms';
import { openPostgresql } from '@/lib/database/postgresql/open-postgresql';
import { createPostgresqlDatabase } from '../../support/databases/create-postgresql-database';
import { forEachDatabase } from '../../support/databases/databases';
import { describeSchema } from '../../support/databases/describe-schema';
import { beforeFirstRelease, FIRST_RELEASE, migrateBefore } from '../../support/databases/migrate-before';
import { schemaDifferences } from '../../support/databases/schema-differences';

const EXPAND = '29990101000000_newer';
/** Of a version that no longer reads what this one does. */
const CONTRACT = '29990101000000_contract_99_0_newer';

function replacementRow(id: string, device: string, state: string): string {
  return `
  INSERT INTO device_replacement (id, version, state, user_id, domain, old_instance_id, old_name, new_instance_id,
    new_name, started_at, ends_at, ended_at)
  VALUES ('${id}', 3, '${state}', '${id}', 'd', '${device}', 'Old', 'new of ${id}', 'New', now(),
    ${state === 'retired' ? 'now(), NULL' : 'NULL, now()'});`;
}

function serviceAccountRow(id: string, end: string): string {
  return `
  INSERT INTO service_account (id, version, domain, name, scopes, networks, requests_per_minute, requested_by,
    approved_by, created_at, expires_at, ended_at)
  VALUES ('${id}', 1, 'd', '${id}', '{webhook:manage}', '{}', 60, 'anna', 'ben', now(), now() + '1 day', ${end});`;
}

function webhookRows(id: string, owner: string | null): string {
  return `
  INSERT INTO managed_webhook (id, version, domain, address, events, is_enabled, sealed_secret, created_by, created_at)
  VALUES ('${id}', 1, 'd', 'https://${id}.example/', '{}', true, 'sealed', 'anna', now());
  INSERT INTO outbox_message (id, channel, kind, destination, state, queued_at, due_at, sealed_content)
  VALUES ('message of ${id}', 'webhook', 'account-frozen', 'https://${id}.example/#${id}', 'pending', now(), now(), 's');
  INSERT INTO audit_record (sequence_number, at, actor, fact, correlation_id, previous_hash, hash, key_id)
  SELECT coalesce(max(sequence_number), 0) + 1, now(), '{}',
    '${JSON.stringify({ type: owner ? 'webhook-added' : 'webhook-changed', webhookId: id, serviceAccountId: owner ?? 'sva-other' })}', '', '', '', 'k1'
  FROM audit_record;`;
}

function recordRow(number: number, domain: string | null): string {
  return `
  INSERT INTO audit_record (sequence_number, at, subject_user_id, subject_domain, actor, fact, correlation_id, previous_hash,
    hash, key_id)
  VALUES (${number}, now(), ${domain === null ? 'NULL, NULL' : `'anna', '${domain}'`}, '{}', '{}', '', '', '', 'k1');`;
}

/** As versions before the common table kept them, in each state. */
const REQUESTS_OF_BEFORE = `
  SET timezone = 'UTC';
  INSERT INTO device_removal (id, version, state, user_id, domain, instance_id, reason, ticket, justification,
    requested_by, requested_at, ends_at, decided_by, ended_at)
  VALUES ('rem-1', 1, 'awaiting-approval', 'jane', 'd', 'i1', 'lost', 'T', NULL, 'agent', '2026-11-29T10:00Z',
      '2026-11-29T11:00Z', NULL, NULL),
    ('rem-2', 2, 'approved', 'jane', 'd', 'i2', 'lost', 'T', NULL, 'agent', '2026-11-29T10:00Z', NULL, 'approver', NULL),
    ('rem-3', 2, 'removed', 'jane', 'd', 'i3', 'lost', 'T', 'in a hurry', 'agent', '2026-11-29T10:00Z', NULL, NULL,
      '2026-11-29T12:00Z'),
    ('rem-4', 2, 'declined', 'jane', 'd', 'i1', 'lost', 'T', NULL, 'agent', '2026-11-29T10:00Z', NULL, 'approver',
      '2026-11-29T12:00Z'),
    ('rem-5', 2, 'expired', 'jane', 'd', 'i1', 'lost', 'T', NULL, 'agent', '2026-11-29T10:00Z', NULL, NULL,
      '2026-11-29T12:00Z');
  INSERT INTO change_request (id, version, state, user_id, domain, change, role, instance_id, ticket, requested_by,
    requested_at, ends_at, decided_by, ended_at)
  VALUES ('chg-1', 1, 'awaiting-approval', 'jane', 'd', 'take-role', 'auditor', NULL, NULL, 'agent',
      '2026-11-29T10:00Z', '2026-11-29T11:00Z', NULL, NULL),
    ('chg-2', 2, 'approved', 'jane', 'd', 'lock-device', NULL, 'i1', NULL, 'agent', '2026-11-29T10:00Z',
      '2026-11-29T11:00Z', 'approver', NULL),
    ('chg-3', 3, 'done', 'jane', 'd', 'disable', NULL, NULL, 'T', 'agent', '2026-11-29T10:00Z', '2026-11-29T11:00Z',
      'approver', '2026-11-29T10:30Z'),
    ('chg-4', 3, 'withdrawn', 'jane', 'd', 'disable', NULL, NULL, 'T', 'agent', '2026-11-29T10:00Z',
      '2026-11-29T11:00Z', 'approver', '2026-11-29T10:30Z');
  INSERT INTO role_request (id, version, state, user_id, domain, role, requested_by, requested_at, ends_at, decided_by,
    ended_at)
  VALUES ('rol-1', 1, 'awaiting-approval', 'jane', 'd', 'auditor', 'admin', '2026-11-29T10:00Z', '2026-11-29T11:00Z',
      NULL, NULL),
    ('rol-2', 2, 'given', 'jane', 'd', 'helpdesk-agent', 'admin', '2026-11-29T10:00Z', '2026-11-29T11:00Z', 'approver',
      '2026-11-29T10:30Z'),
    ('rol-3', 2, 'expired', 'jane', 'd', 'auditor', 'admin', '2026-11-29T10:00Z', '2026-11-29T11:00Z', NULL,
      '2026-11-29T11:00Z');
  INSERT INTO service_account_request (id, state, account_id, domain, name, scopes, networks, requests_per_minute,
    expires_at, requested_by, requested_at, ends_at, decided_by, ended_at)
  VALUES ('svr-1', 'awaiting-approval', 'sva-1', 'd', 'Tickets', '{user:find}', '{192.0.2.0/24}', 60,
      '2027-01-01T00:00:00.5Z', 'admin', '2026-11-29T10:00Z', '2026-11-29T11:00Z', NULL, NULL),
    ('svr-2', 'awaiting-approval', 'sva-2', 'd', 'Fraud', '{device:lock}', '{}', NULL, NULL, 'admin',
      '2026-11-29T10:00Z', '2026-11-29T11:00Z', NULL, NULL),
    ('svr-3', 'declined', 'sva-3', 'd', 'Tickets', '{}', '{}', 60, '2027-01-01T00:00Z', 'admin', '2026-11-29T10:00Z',
      '2026-11-29T11:00Z', 'approver', '2026-11-29T10:30Z');
  INSERT INTO account_freeze (id, version, state, user_id, domain, frozen_by, frozen_at, is_settled, ticket, evidence,
    requested_by, requested_at, ends_at, decided_by, ended_at)
  VALUES ('frz-0', 1, 'frozen', 'a', 'd', 'person', now(), true, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
    ('frz-1', 2, 'lift-requested', 'b', 'd', 'person', now(), true, 'T', '[]', 'agent', '2026-11-29T10:00Z',
      '2026-11-29T11:00Z', NULL, NULL),
    ('frz-2', 3, 'lifting', 'c', 'd', 'person', now(), true, 'T', '[]', 'agent', '2026-11-29T10:00Z', NULL, 'approver', NULL),
    ('frz-3', 4, 'lifted', 'e', 'd', 'person', now(), true, 'T', '[]', 'agent', '2026-11-29T10:00Z', NULL, 'approver',
      '2026-11-29T12:00Z');`;

const removed = (instanceId: string) => `{"reason": "lost", "ticket": "T", "instanceId": "${instanceId}"}`;
const changed = (change: string, role: string | null, instanceId: string | null, ticket: string | null) =>
  `{"role": ${JSON.stringify(role)}, "change": "${change}", "ticket": ${JSON.stringify(ticket)}, "instanceId": ${JSON.stringify(instanceId)}}`;

const lifted = (freezeId: string) => `{"ticket": "T", "evidence": [], "freezeId": "${freezeId}"}`;
const LIMITED = '{"networks": ["192.0.2.0/24"], "expiresAt": "2027-01-01T00:00:00.500Z", "requestsPerMinute": 60}';
const UNLIMITED = '{"networks": [], "expiresAt": "2027-01-01T00:00:00.000Z", "requestsPerMinute": 60}';
const account = (accountId: string, name: string, scope: string | null, limits: string) =>
  `{"name": "${name}", "limits": ${limits}, "scopes": [${scope === null ? '' : JSON.stringify(scope)}], "accountId": "${accountId}"}`;

const CARRIED_OVER = [
  `change chg-1 1 awaiting jane d agent 11 open ${changed('take-role', 'auditor', null, null)}`,
  `change chg-2 2 approved jane d agent 11 approver open ${changed('lock-device', null, 'i1', null)}`,
  `change chg-3 3 approved jane d agent 11 approver ${changed('disable', null, null, 'T')}`,
  `change chg-4 3 withdrawn jane d agent 11 approver ${changed('disable', null, null, 'T')}`,
  `lift frz-1 1 awaiting b d agent 11 open ${lifted('frz-1')}`,
  `lift frz-2 1 approved c d agent 10 approver open ${lifted('frz-2')}`,
  `lift frz-3 1 approved e d agent 12 approver ${lifted('frz-3')}`,
  `removal rem-1 1 awaiting jane d agent 11 open ${removed('i1')}`,
  `removal rem-2 2 approved jane d agent 10 approver open ${removed('i2')}`,
  `removal rem-3 2 approved jane d agent 12 ${removed('i3')}`,
  `removal rem-4 2 declined jane d agent 12 approver ${removed('i1')}`,
  `removal rem-5 2 expired jane d agent 12 ${removed('i1')}`,
  'role rol-1 1 awaiting jane d admin 11 open {"role": "auditor"}',
  'role rol-2 2 approved jane d admin 11 approver {"role": "helpdesk-agent"}',
  'role rol-3 2 expired jane d admin 11 {"role": "auditor"}',
  `service-account svr-1 1 awaiting d admin 11 open ${account('sva-1', 'Tickets', 'user:find', LIMITED)}`,
  `service-account svr-2 1 awaiting d admin 11 open ${account('sva-2', 'Fraud', 'device:lock', 'null')}`,
  `service-account svr-3 2 declined d admin 11 approver ${account('sva-3', 'Tickets', null, UNLIMITED)}`,
];

describe('migrations', () => {
  let pglite: PGlite;
  let connection: MigrationConnection;
  let folder: string;

  beforeAll(async () => {
    pglite = await PGlite.create();
    connection = {
      exec: async (sql) => void (await pglite.exec(sql)),
      query: async <Row>(sql: string, parameters?: unknown[]) => (await pglite.query<Row>(sql, parameters)).rows,
    };
  });

  afterAll(() => pglite.close());

  beforeEach(async () => {
    await pglite.exec('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
    folder = mkdtempSync(join(tmpdir(), 'tessera-migrations-'));
    cpSync(migrationsFolder(), folder, { recursive: true });
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  function add(name: string, sql: string): void {
    mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, name, 'migration.sql'), sql);
  }

  /** @param end the first migration that a version of before the first release lacks */
  const migrateUntil = (end: string) => migrateBefore(connection, (name) => name < end);

  const differences = async () =>
    (await schemaDifferences(pglite)).split('\n').filter((line) => line !== '' && !line.startsWith('--'));

  const tables = async () => {
    const rows = await connection.query<{ name: string }>(
      "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1",
    );
    return rows.map(({ name }) => name);
  };

  it('migrations lead to the schema of the client', async () => {
    await migrate(connection, folder);
    expect(await differences()).toEqual([]);
  });

  it('an installation of before gets to the schema of the first release, to the last function and trigger', async () => {
    await migrate(connection, folder);
    const fresh = await describeSchema(connection);
    await connection.exec('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
    await migrateUntil('20261125');
    expect(await migrate(connection, folder)).toEqual([
      ...listMigrations(beforeFirstRelease()).filter((name) => name > '20261125'),
      ...listMigrations(folder),
    ]);
    expect(await describeSchema(connection)).toEqual(fresh);
    expect(fresh.length).toBeGreaterThan(400);
    expect(await migrate(connection, folder)).toEqual([]);
  });

  it('an upgrade that was killed goes on where it was, and notes the first release last', async () => {
    await migrateUntil('9');
    const [first] = listMigrations(folder);
    expect(await migrate(connection, folder)).toEqual([first, ...listMigrations(folder).slice(1)]);
  });

  it('a changed migration of before the first release is refused', async () => {
    await migrateUntil('20261126');
    add(join(FIRST_RELEASE, 'before', '20261124000000_initial'), 'SELECT 1');
    await expect(migrate(connection, folder)).rejects.toThrow('20261124000000_initial has changed since');
  });

  it.each([
    ['a column less', 'ALTER TABLE session DROP COLUMN revoked_at', /ADD COLUMN\s+"revoked_at"/],
    ['a column more', 'ALTER TABLE session ADD COLUMN extra text', /DROP COLUMN "extra"/],
    [
      'another type',
      'ALTER TABLE session ALTER COLUMN expires_at TYPE timestamptz(6)',
      /"expires_at".*TIMESTAMPTZ\(3\)/,
    ],
    ['an index less', 'DROP INDEX session_expires_at_idx', /CREATE INDEX "session_expires_at_idx"/],
    ['a null allowed', 'ALTER TABLE session ALTER COLUMN domain DROP NOT NULL', /"domain" SET NOT NULL/],
  ])('a schema that differs is detected: %s', async (_name, change, difference) => {
    await migrate(connection, folder);
    await connection.exec(change);
    expect((await differences()).join(' ')).toMatch(difference);
  });

  it('migrations are applied once, in their order', async () => {
    add('29990101000000_second', 'CREATE TABLE second (id integer)');
    expect(await migrate(connection, folder)).toEqual(listMigrations(folder));
    expect(await migrate(connection, folder)).toEqual([]);
    add('29990202000000_third', 'ALTER TABLE second ADD COLUMN name text');
    expect(await migrate(connection, folder)).toEqual(['29990202000000_third']);
  });

  it('migrations fold the names of existing accounts as a search does', async () => {
    await migrateUntil('20261126030000');
    await connection.exec(`
      INSERT INTO user_account (user_id, domain, display_name, password_hash, roles, created_at, password_changed_at)
      VALUES ('s.ł', 'd', 'Søren Skłodowska-Müller', '', '{}', now(), now());
      INSERT INTO user_search_term (user_id, domain, term)
      SELECT 's.ł', 'd', unnest(ARRAY['s.ł', 's', 'ł', 'søren', 'skłodowska-muller', 'skłodowska', 'muller']);`);
    await migrate(connection, folder);
    const rows = await connection.query<{ term: string }>('SELECT term FROM user_search_term ORDER BY term');
    const user = { userId: 's.ł', displayName: 'Søren Skłodowska-Müller', mailAddresses: [] };
    expect(rows.map(({ term }) => term)).toEqual(searchTerms(user).toSorted());
  });

  it('existing accounts get their sort keys when they come to the first release, more than fit in one statement', async () => {
    await migrateUntil('20261126220000');
    await connection.exec(`
      INSERT INTO user_account (user_id, domain, display_name, password_hash, roles, created_at, password_changed_at)
      SELECT 'łukasz.' || number, 'd', 'Łukasz Ørsted ' || number, '', '{}', now(), now()
      FROM generate_series(1, 1500) AS number`);
    await migrate(connection, folder);
    const rows = await connection.query<{
      user_id: string;
      display_name: string;
      name_key: string;
      user_id_key: string;
    }>('SELECT user_id, display_name, name_key, user_id_key FROM user_account ORDER BY name_key');
    expect(rows.map(({ display_name }) => display_name)).toEqual(
      Array.from({ length: 1500 }, (_, index) => `Łukasz Ørsted ${index + 1}`),
    );
    for (const row of rows)
      expect([row.name_key, row.user_id_key]).toEqual([naturalKey(row.display_name), naturalKey(row.user_id)]);
  });

  it('existing holds get the cause that is hardest to lift, and the owner’s own locks the owner', async () => {
    await migrateUntil('20261126010100');
    await connection.exec(`
      INSERT INTO device_hold (instance_id, held_at)
      SELECT unnest(ARRAY['unknown', 'reported', 'replaced', 'replaced and stolen', 'stopped', 'VDS0000001-1']), now();
      INSERT INTO device_notice (activation_id, version, state, user_id, domain, instance_id, device_name, browser,
        activated_at, token_hash, ends_at, cause, disowned_at)
      VALUES ('a', 2, 'disowned', 'u', 'd', 'reported', 'Phone', 'b', now(), 'h', now(), 'not-me', now());
      ${replacementRow('one', 'replaced', 'retired')}
      ${replacementRow('two', 'replaced and stolen', 'retired')}
      ${replacementRow('three', 'stopped', 'stopped')}
      INSERT INTO audit_record (sequence_number, at, actor, fact, correlation_id, previous_hash, hash)
      VALUES (1, now(), '{}', '{"type":"device-locked-by-helpdesk","instanceId":"replaced and stolen"}', 'c', 'p', 'h');
      INSERT INTO gateway_licence (serial_number, user_id, domain, sealed_key, activation_limit, pin_minimum_length,
        pin_maximum_length, notifications_enabled, created_at)
      VALUES ('VDS0000001', 'u', 'd', 's', 3, 4, 8, true, now());
      INSERT INTO gateway_instance (serial_number, sequence_number, sealed_key, device_code, description, state,
        activated_at)
      SELECT 'VDS0000001', number, 's', '1', 'Phone', CASE WHEN number < 3 THEN 'locked' ELSE 'active' END, now()
      FROM generate_series(1, 3) AS number;`);
    await migrate(connection, folder);
    const rows = await connection.query<{ hold: string }>(
      `SELECT instance_id || ': ' || cause AS hold FROM device_hold ORDER BY instance_id COLLATE "C"`,
    );
    expect(rows.map(({ hold }) => hold)).toEqual([
      'VDS0000001-1: helpdesk',
      'VDS0000001-2: person',
      'replaced: replaced',
      'replaced and stolen: helpdesk',
      'reported: reported',
      'stopped: helpdesk',
      'unknown: helpdesk',
    ]);
  });

  it('pending requests to lift a freeze get the end that their mails named, and nothing else waits', async () => {
    await migrateUntil('20261129200600');
    await connection.exec(`
      INSERT INTO account_freeze (id, version, state, user_id, domain, frozen_by, frozen_at, is_settled, ticket, evidence,
        requested_by, requested_at, decided_by, ended_at)
      VALUES ('frozen', 1, 'frozen', 'a', 'd', 'person', now(), true, NULL, NULL, NULL, NULL, NULL, NULL),
        ('waits', 2, 'lift-requested', 'b', 'd', 'person', now(), true, 'T', '[]', 'agent', '2026-11-29T10:00Z', NULL, NULL),
        ('lifting', 3, 'lifting', 'c', 'd', 'person', now(), true, 'T', '[]', 'agent', now(), 'approver', NULL),
        ('lifted', 4, 'lifted', 'e', 'd', 'person', now(), true, 'T', '[]', 'agent', now(), 'approver', now());`);
    await migrate(connection, folder);
    const rows = await connection.query<{ id: string; ends_at: Date }>(
      "SELECT id, ends_at FROM approval WHERE state = 'awaiting'",
    );
    expect(rows).toEqual([{ id: 'waits', ends_at: new Date('2026-11-29T11:00Z') }]);
  });

  it('existing webhooks get the service account that created them, and those of ended accounts are removed', async () => {
    await migrateUntil('20261129221000');
    await connection.exec(
      serviceAccountRow('sva-lives', 'NULL') +
        serviceAccountRow('sva-ended', 'now()') +
        webhookRows('whk-1', 'sva-lives') +
        webhookRows('whk-2', 'sva-ended') +
        webhookRows('whk-3', null),
    );
    await migrate(connection, folder);
    const kept = 'SELECT id, service_account_id AS owner FROM managed_webhook ORDER BY id';
    expect(await connection.query(kept)).toEqual([
      { id: 'whk-1', owner: 'sva-lives' },
      { id: 'whk-3', owner: null },
    ]);
    const messages = 'SELECT state, encrypted_content AS content FROM outbox_message ORDER BY id';
    expect(await connection.query(messages)).toEqual([
      { state: 'pending', content: 's' },
      { state: 'withdrawn', content: null },
      { state: 'pending', content: 's' },
    ]);
  });

  it.each([
    ['the one domain that used it before', ['d'], [{ domain: 'd' }]],
    ['nobody where several did', ['d', 'elsewhere'], []],
    ['nobody while it is new', [], []],
  ])('a database gives the records that name no domain to %s', async (_whom, domains, expected) => {
    const older = listMigrations(folder).find((name) => name.endsWith('_older_domain'));
    if (older === undefined) throw new TypeError('the migration is there');
    await migrate(connection, folder);
    await connection.exec(`DROP TABLE older_domain; DELETE FROM _prisma_migrations WHERE migration_name = '${older}'`);
    await connection.exec(domains.map((domain, index) => recordRow(index + 1, domain)).join(''));
    await connection.exec(recordRow(domains.length + 1, null));
    await migrate(connection, folder);
    expect(await connection.query('SELECT domain FROM older_domain')).toEqual(expected);
  });

  it('the upgrade carries over every request of before that takes a second person, decided or not', async () => {
    await migrateUntil('20261130000000');
    await connection.exec(REQUESTS_OF_BEFORE);
    await migrate(connection, folder);
    const rows = await connection.query<{ line: string }>(`
      SELECT concat_ws(' ', kind, id, version, state, user_id, domain, requested_by, to_char(ends_at, 'HH24'),
        decided_by, CASE WHEN ended_at IS NULL THEN 'open' END, subject - 'justification') AS line
      FROM approval ORDER BY kind, id`);
    expect(rows.map(({ line }) => line)).toEqual(CARRIED_OVER);
    expect(await tables()).not.toContain('device_removal');
    const freezes = await connection.query<{ line: string }>(
      "SELECT id || ' ' || state AS line FROM account_freeze ORDER BY id",
    );
    expect(freezes.map(({ line }) => line)).toEqual(['frz-0 frozen', 'frz-1 frozen', 'frz-2 lifting', 'frz-3 lifted']);
  });

  it('migrations that have changed since they were applied are refused before anything else', async () => {
    add('29990101000000_second', 'CREATE TABLE second (id integer)');
    await migrate(connection, folder);
    add('29990101000000_second', 'CREATE TABLE second (id bigint)');
    add('29990202000000_third', 'CREATE TABLE third (id integer)');
    await expect(migrate(connection, folder)).rejects.toThrow('29990101000000_second has changed since');
    expect(await tables()).not.toContain('third');
  });

  it('threat: an older version writes to a database that a newer one migrated', async () => {
    add(CONTRACT, 'CREATE TABLE newer (id integer)');
    await migrate(connection, folder);
    rmSync(join(folder, CONTRACT), { recursive: true });
    add('29980101000000_older', 'CREATE TABLE older (id integer)');
    const refused = migrate(connection, folder);
    await expect(refused).rejects.toThrow(ConfigurationError);
    await expect(refused).rejects.toThrow(
      `its newest migration is ${CONTRACT}, and that of this version (${VERSION}) is 29980101000000_older;`,
    );
    expect(await tables()).not.toContain('older');
    expect(await connection.query("SELECT 1 FROM pg_locks WHERE locktype = 'advisory'")).toEqual([]);
  });

  it('an older version takes a database to which a newer one has added, as after a roll-back', async () => {
    add('29990101000000_newer', 'CREATE TABLE newer (id integer)');
    await migrate(connection, folder);
    rmSync(join(folder, '29990101000000_newer'), { recursive: true });
    expect(await migrate(connection, folder)).toEqual([]);
    expect(await tables()).toContain('newer');
  });

  it('a database that has a migration of another line and lacks one of this version is refused', async () => {
    add('29990202000000_other', 'CREATE TABLE other (id integer)');
    await migrate(connection, folder);
    rmSync(join(folder, '29990202000000_other'), { recursive: true });
    add('29990101000000_own', 'CREATE TABLE own (id integer)');
    await expect(migrate(connection, folder)).rejects.toThrow(ConfigurationError);
    expect(await tables()).not.toContain('own');
  });

  it('a version takes a database from which a newer one has taken only what it no longer reads itself', async () => {
    const [major, minor] = VERSION.split('.');
    const name = `29990101000000_contract_${major}_${minor}_names`;
    add(name, 'CREATE TABLE shrunk (id integer)');
    await migrate(connection, folder);
    rmSync(join(folder, name), { recursive: true });
    expect(await migrate(connection, folder)).toEqual([]);
  });

  it('migrations that fail leave nothing behind, not even a lock, and are applied once corrected', async () => {
    add('29990101000000_second', 'CREATE TABLE second (id integer); INSERT INTO nowhere VALUES (1);');
    await expect(migrate(connection, folder)).rejects.toThrow('nowhere');
    expect(await tables()).not.toContain('second');
    expect(await connection.query("SELECT 1 FROM pg_locks WHERE locktype = 'advisory'")).toEqual([]);
    add('29990101000000_second', 'CREATE TABLE second (id integer);');
    expect(await migrate(connection, folder)).toEqual(['29990101000000_second']);
  });
});

forEachDatabase((_database, open) => {
  it('an opened database has every migration, and says so when it lacks one', async () => {
    const { client } = await open();
    await expect(checkMigrations(client)).resolves.toBeUndefined();
    await client.$executeRaw`DELETE FROM _prisma_migrations`;
    await expect(checkMigrations(client)).rejects.toThrow(listMigrations(migrationsFolder())[0] ?? 'none');
  });

  it('a replica that runs stays healthy while a newer version migrates its database', async () => {
    const database = await open();
    await addNewerMigration(database.client, EXPAND);
    await expect(checkMigrations(database.client)).resolves.toBeUndefined();
    await expect(database.checkHealth()).resolves.toBeUndefined();
  });
}, 'owner');

/** As a newer version leaves it. */
async function addNewerMigration(client: PrismaClient, name: string): Promise<void> {
  await client.$executeRaw`
    INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
    VALUES ('newer', 'checksum', ${name}, now(), 1)`;
}

const server = process.env['TESSERA_TEST_DATABASE_URL'];

describe.runIf(server)('replicas on PostgreSQL', () => {
  it('a replica of an older version starts on a database to which a newer one has added, and migrates nothing', async () => {
    const url = await createPostgresqlDatabase(server ?? '');
    const newer = await openPostgresql(url, () => {});
    await addNewerMigration(newer.client, EXPAND);
    const older = await openPostgresql(url, () => {});
    await expect(checkMigrations(older.client)).resolves.toBeUndefined();
    await Promise.all([newer.close(), older.close()]);
  });

  it('a replica of an older version is refused where a newer one has taken away what it reads, and leaves no lock', async () => {
    const url = await createPostgresqlDatabase(server ?? '');
    const newer = await openPostgresql(url, () => {});
    await addNewerMigration(newer.client, CONTRACT);
    await expect(openPostgresql(url, () => {})).rejects.toThrow(CONTRACT);
    await newer.client.$executeRaw`DELETE FROM _prisma_migrations WHERE migration_name = ${CONTRACT}`;
    const older = await openPostgresql(url, () => {});
    await Promise.all([newer.close(), older.close()]);
  });

  it('replicas that start at the same moment on an empty database migrate it once', async () => {
    const url = await createPostgresqlDatabase(server ?? '');
    const faults: unknown[] = [];
    const replicas = await Promise.all([1, 2, 3].map(() => openPostgresql(url, (fault) => void faults.push(fault))));
    await Promise.all(replicas.map((replica) => replica.close()));
    const client = new Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query('SELECT migration_name FROM _prisma_migrations ORDER BY 1');
    await client.end();
    expect(rows.map((row: { migration_name: string }) => row.migration_name)).toEqual(
      listMigrations(migrationsFolder()),
    );
    expect(faults).toEqual([]);
  });
});

it('a database of before the first release has no way back but the backup, and is told so until it is migrated', async () => {
  const pglite = await PGlite.create();
  const connection = connectionTo(pglite);
  await migrateBefore(connection, () => true);
  expect(await rollBackFinding(connection, migrationsFolder())).toMatchObject({
    verdict: 'warning',
    words: expect.stringContaining('no way back to it but the backup'),
  });
  await migrate(connection, migrationsFolder());
  expect(await rollBackFinding(connection, migrationsFolder())).toMatchObject({ verdict: 'ok' });
  await pglite.close();
});
