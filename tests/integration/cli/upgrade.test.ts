import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lockDataDirectory } from '@/lib/config/data-directory/data-directory-lock';
import { listMigrations, migrationsFolder } from '@/lib/database/migrate';
import type { Finding } from '@/lib/server/doctor/finding';
import { runChecks } from '@/lib/server/doctor/run-checks';
import { upgradeChecks } from '@/lib/server/doctor/upgrade/upgrade-checks';
import { VERSION } from '@/lib/shared/version';
import { beforeFirstRelease, migrateBefore } from '../../support/databases/migrate-before';
import { createDatabaseOfTwoUsers } from '../../support/databases/two-users';
import { replicaEnv } from '@/lib/kit/server/replica-env';
import { findPostgresql } from '../../support/databases/find-postgresql';
import { postgresqlEnvironment, withAllRights } from '../../support/databases/postgresql-environment';
import { runCommand } from '../../support/servers/run-command';

const server = process.env['TESSERA_TEST_DATABASE_URL'] ?? '';
const [major = 0, minor = 0] = VERSION.split('.').map(Number);

describe.runIf(server)('a look at an upgrade on PostgreSQL', () => {
  let folder: string;
  let url: string;
  let env: Record<string, string>;

  beforeAll(async () => {
    env = await postgresqlEnvironment(server);
    url = env['DATABASE_URL'] ?? '';
    folder = mkdtempSync(join(tmpdir(), 'tessera-upgrade-'));
    cpSync(migrationsFolder(), folder, { recursive: true });
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  const asOwner = async (statement: string) => {
    const client = new Client({ connectionString: withAllRights(server, url) });
    await client.connect();
    const { rows } = await client.query<Record<string, unknown>>(statement);
    await client.end();
    return rows;
  };

  /** Schema, rows and rights. */
  const dump = () => {
    const program = join(findPostgresql() ?? '', 'pg_dump');
    // Newer ones write a key of their own making around it.
    return execFileSync(program, [withAllRights(server, url)], { encoding: 'utf8' }).replaceAll(
      /^\\(un)?restrict .*$/gm,
      '',
    );
  };

  /** With further migrations, as a version after this one has them. */
  const look = async (migrations: Record<string, string> = {}) => {
    const further = mkdtempSync(join(folder, '..', 'tessera-further-'));
    cpSync(folder, further, { recursive: true });
    for (const [name, sql] of Object.entries(migrations)) {
      mkdirSync(join(further, name));
      writeFileSync(join(further, name, 'migration.sql'), sql);
    }
    const findings: Record<string, Finding> = {};
    const database = { kind: 'postgresql', url, migrationUrl: null, connections: null } as const;
    const { checks, close } = upgradeChecks({
      database,
      backup: null,
      warnings: [],
      now: new Date(),
      folder: further,
    });
    const failures = await runChecks(checks, (name, finding) => void (findings[name] = finding));
    await close();
    rmSync(further, { recursive: true });
    return { findings, failures };
  };

  it('a database of this version stands against nothing, and the look changes neither a row nor the schema', async () => {
    const before = dump();
    const { code, output } = await runCommand('upgrade', ['--check'], { env });
    expect({ code, output }).toMatchObject({ code: 0, output: expect.stringContaining('Nothing stands against it.') });
    expect(output).toContain('migrations: none is pending');
    expect(output).not.toContain(env['TESSERA_SESSION_SECRET']);
    expect(before).toContain('CREATE TABLE public.site_version');
    expect(dump()).toBe(before);
  });

  it('the look itself may change nothing: PostgreSQL refuses it to write', async () => {
    const { withReadOnly } = await import('@/lib/database/postgresql/migrate-postgresql');
    const writing = withReadOnly(url, (connection) => connection.exec('DELETE FROM session'));
    await expect(writing).rejects.toThrow('read-only transaction');
  });

  it('migrations that are pending are named, and a long wait with the rows that it is for', async () => {
    const sql = 'CREATE INDEX session_browser_idx ON session (browser)';
    const quick = await look({ '29990101000000_browsers': sql });
    expect(quick.findings['migrations']).toEqual({
      verdict: 'ok',
      words: 'a start applies 1: 29990101000000_browsers (only adds)',
    });
    // As the statistics of a database have it in which so many have signed in.
    await asOwner("UPDATE pg_class SET reltuples = 2000000 WHERE relname = 'session'");
    const { findings, failures } = await look({ '29990101000000_browsers': sql });
    expect(findings['migrations']).toMatchObject({
      verdict: 'warning',
      words: expect.stringContaining('each of about 2000000 rows of session'),
    });
    expect(failures).toBe(0);
  });

  it('a roll-back is called impossible where a migration takes away what the version before reads, and only there', async () => {
    await asOwner(`INSERT INTO site_version VALUES ('${VERSION}', now(), now()) ON CONFLICT DO NOTHING`);
    const sql = 'ALTER TABLE session DROP COLUMN browser';
    const soon = await look({ [`29990101000000_contract_${major}_${minor + 1}_browsers`]: sql });
    expect(soon.findings['roll-back']).toMatchObject({ verdict: 'failed' });
    expect(soon.failures).toBe(1);
    const later = await look({ [`29990101000000_contract_${major}_${minor}_browsers`]: sql });
    expect(later.findings['roll-back']).toMatchObject({ verdict: 'ok' });
    expect(later.findings['migrations']?.words).toContain('(takes away)');
  });

  it('a database that a newer version has shrunk stands against the upgrade', async () => {
    const name = '29990101000000_contract_99_0_newer';
    await asOwner(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('x', 'x', '${name}', now())`,
    );
    const { code, output } = await runCommand('upgrade', ['--check'], { env });
    await asOwner(`DELETE FROM _prisma_migrations WHERE id = 'x'`);
    expect({ code, output }).toMatchObject({
      code: 1,
      output: expect.stringContaining(`its newest migration is ${name}`),
    });
  });

  it('a database that a version of before the first release made has no way back but the backup', async () => {
    const { migrationUrl } = await createDatabaseOfTwoUsers(server);
    const chain = listMigrations(beforeFirstRelease());
    const client = new Client({ connectionString: migrationUrl });
    await client.connect();
    const exec = async (sql: string) => void (await client.query(sql));
    const query = async <Row>(sql: string, values?: unknown[]) => (await client.query(sql, values)).rows as Row[];
    // One in the middle, as an installation that left out the latest has it.
    await migrateBefore({ exec, query }, (name) => name <= (chain[chain.length >> 1] ?? ''));
    await client.end();
    const { code, output } = await runCommand('upgrade', ['--check'], { env: replicaEnv(migrationUrl) });
    expect({ code, output }).toMatchObject({
      code: 0,
      output: expect.stringMatching(/roll-back: .*there is no way back to it but the backup/),
    });
    const [, migrations = ''] = /migrations: (.*)/.exec(output) ?? [];
    const lacking = [...chain.slice((chain.length >> 1) + 1), ...listMigrations(migrationsFolder())];
    expect(migrations.match(/\d{14}_\w+/g)).toEqual(lacking);
    expect(output).not.toMatch(/\n\s+at /);
  });

  it('a database that is away stands against the upgrade, in words', async () => {
    const away = { ...env, DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' };
    const { code, output } = await runCommand('upgrade', ['--check'], { env: away });
    expect({ code, output }).toMatchObject({
      code: 1,
      output: expect.stringContaining('Look at whether the database runs'),
    });
    expect(output).not.toMatch(/\n\s+at /);
  });
});

describe('a look at an upgrade of the embedded database', () => {
  let directory: string;
  const data = () => join(directory, 'data');
  const check = (...args: string[]) =>
    runCommand('upgrade', ['--check', ...args], { env: { TESSERA_DATA_DIR: data(), DATABASE_URL: '' } });

  /** Names, contents and times. */
  const files = () =>
    readdirSync(data(), { recursive: true, encoding: 'utf8' })
      .toSorted()
      .map((path) => {
        const { mtimeMs, size } = statSync(join(data(), path));
        const isFile = statSync(join(data(), path)).isFile();
        const content = isFile
          ? createHash('sha256')
              .update(readFileSync(join(data(), path)))
              .digest('hex')
          : '';
        return `${path} ${mtimeMs} ${size} ${content}`;
      });

  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'tessera-upgrade-'));
    const env = { TESSERA_DATA_DIR: data(), DATABASE_URL: '' };
    await runCommand('user', ['add', 'jane.doe'], { env, input: 'correct horse battery staple 7' });
    await runCommand('backup', [join(directory, 'backup')], { env });
  });

  afterAll(() => rmSync(directory, { recursive: true }));

  it('a stopped site is looked at in a copy, and no file of it changes', async () => {
    const before = files();
    const { code, output } = await check();
    expect({ code, output }).toMatchObject({ code: 0, output: expect.stringContaining('migrations: none is pending') });
    expect(output).toContain('settings: this version takes all of them');
    expect(output).toContain('MB free');
    expect(output).toContain('none was named');
    expect(before.length).toBeGreaterThan(100);
    expect(files()).toEqual(before);
  });

  it('a running site keeps its database to itself, unless a backup is named that is looked at in its place', async () => {
    const unlock = await lockDataDirectory(data(), () => {});
    try {
      const refused = await check();
      expect(refused).toMatchObject({ code: 1, output: expect.stringContaining('Stop it and run this again') });
      const looked = await check('--backup', join(directory, 'backup'));
      expect(looked).toMatchObject({ code: 0, output: expect.stringContaining('whole, and 0 hours old') });
      expect(looked.output).toContain('migrations: none is pending');
    } finally {
      unlock();
    }
  });

  it('a backup that is damaged stands against the upgrade', async () => {
    const damaged = join(directory, 'damaged');
    cpSync(join(directory, 'backup'), damaged, { recursive: true });
    writeFileSync(join(damaged, 'database.tar.gz'), 'x');
    const { code, output } = await check('--backup', damaged);
    expect({ code, output }).toMatchObject({ code: 1, output: expect.stringContaining('is damaged') });
  });

  it('settings that this version does not take stand against it, and unknown ones are named', async () => {
    const env = { TESSERA_DATA_DIR: data(), DATABASE_URL: '', TESSERA_URL: 'nowhere' };
    expect(await runCommand('upgrade', ['--check'], { env })).toMatchObject({
      code: 1,
      output: expect.stringContaining('TESSERA_URL'),
    });
  });

  it.each(['ONESPAN_SERVER_URL', 'TESSERA_URLS', 'WEBHOOK_URL'])(
    'a name that is no setting, such as %s, is warned of once, and nothing says that all are taken',
    async (name) => {
      const env = { TESSERA_DATA_DIR: data(), DATABASE_URL: '', [name]: 'https://id.example.org' };
      const { code, output } = await runCommand('upgrade', ['--check'], { env });
      expect({ code, output }).toMatchObject({ code: 0, output: expect.stringContaining(`${name} is no setting`) });
      expect(output.match(/ settings: .*/g)).toHaveLength(1);
      expect(output).not.toContain('takes all of them');
    },
  );

  it.each([[['--nothing']], [[]], [['--check', 'twice']]])(
    'the program is wrongly called by %j: exit code 2',
    async (args) => {
      expect((await runCommand('upgrade', args)).code).toBe(2);
    },
  );
});
