import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { poll } from '@/lib/kit/poll';
import { replicaEnv, type ReplicaEnv } from '@/lib/kit/server/replica-env';
import { findPostgresql } from '../../support/databases/find-postgresql';
import { startThrowAwayPostgresql, type ThrowAwayPostgresql } from '../../support/databases/throw-away-postgresql';
import { runCommand } from '../../support/servers/run-command';

const PASSWORD = 'correct horse battery staple 7\n';
const programs = findPostgresql();

const program = (name: string, ...args: string[]) =>
  execFileSync(join(programs ?? '', name), args, { stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8' });
const at = (server: ThrowAwayPostgresql, database: string) => server.url.replace(/postgres$/, database);

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe.runIf(programs)('a drill with a copy of a PostgreSQL database', () => {
  const directory = mkdtempSync(join(tmpdir(), 'tessera-drill-postgresql-'));
  const [archive, base] = [join(directory, 'archive'), join(directory, 'base')];
  const servers: ThrowAwayPostgresql[] = [];
  let own: ThrowAwayPostgresql;
  let env: ReplicaEnv;

  const add = (userId: string) => runCommand('user', ['add', userId], { env, input: PASSWORD });
  const drill = (url: string, name: string) =>
    runCommand('drill', ['--restored', name], { env: { ...env, DATABASE_URL: url } });

  beforeAll(async () => {
    // Another user's server writes there and reads from there.
    chmodSync(directory, 0o755);
    mkdirSync(archive);
    chmodSync(archive, 0o777);
    own = await startThrowAwayPostgresql(programs ?? '', [
      'wal_level=replica',
      'archive_mode=on',
      `"archive_command=cp %p ${archive}/%f"`,
    ]);
    servers.push(own);
    await query(own.url, 'CREATE DATABASE tessera');
    env = replicaEnv(at(own, 'tessera'));
    await add('jane.doe');
  });

  afterAll(() => {
    for (const server of servers) server.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  it('a drill uses what pg_restore has made of a dump', async () => {
    const dump = join(directory, 'tessera.dump');
    program('pg_dump', '--format=custom', `--file=${dump}`, env.DATABASE_URL);
    await query(own.url, 'CREATE DATABASE copy');
    program('pg_restore', '--no-owner', '--no-acl', `--dbname=${at(own, 'copy')}`, dump);
    const { code, output } = await drill(at(own, 'copy'), 'copy');
    expect(output).toContain('one-time-password: its one-time password is right');
    expect(output).toMatch(/What people did since .*Z, \d+ min ago, would be lost/);
    expect(code).toBe(0);
    // The site's own database has got nobody.
    expect((await runCommand('user', ['list'], { env })).output).toMatch(/^jane\.doe [^\n]*\n$/);
  });

  it('threat: a drill in the site’s own database — one that is in use, or named otherwise, is refused', async () => {
    const client = new Client({ connectionString: env.DATABASE_URL });
    await client.connect();
    expect(await drill(env.DATABASE_URL, 'tessera')).toMatchObject({
      code: 1,
      output: expect.stringContaining('tessera is in use, by 1 connections'),
    });
    await client.end();
    expect(await drill(env.DATABASE_URL, 'copy')).toMatchObject({
      code: 1,
      output: expect.stringContaining('DATABASE_URL does not lead to a database copy'),
    });
    // The driver connects to what is really named "a%2Fb".
    expect(await drill(at(own, 'a%2Fb'), 'a/b')).toMatchObject({
      code: 1,
      output: expect.stringContaining('DATABASE_URL does not lead to a database a/b'),
    });
    expect((await runCommand('user', ['list'], { env })).output).toMatch(/^jane\.doe [^\n]*\n$/);
  });

  it('a drill fails where a record of the copy was tampered with', async () => {
    await query(own.url, 'CREATE DATABASE tampered TEMPLATE tessera');
    const url = at(own, 'tampered');
    await query(
      url,
      `SET session_replication_role = replica; UPDATE audit_record SET hash = repeat('0', 64) WHERE sequence_number = 1`,
    );
    const { code, output } = await drill(url, 'tampered');
    expect(output).toContain('failed');
    expect(output).toContain('The site does not work from this backup.');
    expect(code).toBe(1);
  });

  it('a drill uses a server that was brought to a point in time, with what was done until then', async () => {
    program('pg_basebackup', `--dbname=${own.url}`, `--pgdata=${base}`, '--wal-method=none', '--checkpoint=fast');
    expect(await add('before')).toMatchObject({ code: 0 });
    const [moment] = await query(own.url, 'SELECT clock_timestamp()::text AS now');
    expect(await add('after')).toMatchObject({ code: 0 });
    const [switched] = await query(own.url, 'SELECT pg_walfile_name(pg_switch_wal()) AS file');
    await poll('the log to be archived', async () => readdirSync(archive).includes(String(switched?.['file'])));
    writeFileSync(join(base, 'recovery.signal'), '');
    const recovered = await startThrowAwayPostgresql(
      programs ?? '',
      [
        `"restore_command=cp ${archive}/%f %p"`,
        `"recovery_target_time=${String(moment?.['now'])}"`,
        'recovery_target_action=promote',
      ],
      base,
    );
    servers.push(recovered);
    await poll('the recovery to end', async () => {
      const [state] = await query(recovered.url, 'SELECT pg_is_in_recovery() AS recovering');
      return state?.['recovering'] === false;
    });
    const url = at(recovered, 'tessera');
    const people = (await query(url, 'SELECT user_id FROM user_account ORDER BY user_id')).map((row) => row['user_id']);
    expect(people).toEqual(['before', 'jane.doe']);
    expect(await drill(url, 'tessera')).toMatchObject({ code: 0, output: expect.stringContaining('The site works') });
  });
});
