import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { Client } from 'pg';
import { KeyRing } from '@/lib/wire/crypto/key-ring';
import { ChainKeys, deriveChainKey } from '@/lib/database/secrets/chain-keys';
import { ENCRYPTED_COLUMNS } from '@/lib/database/secrets/encrypted-columns';
import { openStandIn, PROFILES, type Profile } from '@/lib/kit/gateways/stand-in';
import { poll } from '@/lib/kit/poll';
import { Server } from '@/lib/kit/server/server';
import { bytesFromHex } from '@/lib/shared/bytes';
import { fillAuditLog } from '../../support/databases/fill-audit-log';
import { addLiveRows, fillEveryTable } from '../../support/databases/fill-every-table';
import { findPostgresql } from '../../support/databases/find-postgresql';
import { postgresqlEnvironment, withAllRights } from '../../support/databases/postgresql-environment';
import { LOG_PLANS, type SentStatement, StatementLog } from '../../support/databases/sent-statements';
import { startThrowAwayPostgresql } from '../../support/databases/throw-away-postgresql';
import { jobNames } from '../../support/jobs';
import { repository } from '../../support/repository';
import { runCommand } from '../../support/servers/run-command';

/** Of the audit log, as every other table has them. */
const RECORDS = 100_000;

/** More than that of a table, and a statement's time grows with the site. */
const MOST_ROWS_READ = 10_000;

/** Sealed by the key before, of each column. */
const TO_REENCRYPT = 20;

const NEW_KEY = `k2:${'22'.repeat(32)}`;

/** How each command is called, in this order; one that has several ways is called in all of them. */
const CALLS: Record<string, string[][]> = {
  'keys-reencrypt': [[]],
  'audit-verify': [[]],
  migrate: [[]],
  upgrade: [['--check']],
  doctor: [[]],
  policy: [['explain', '--user', 'person.7'], ['table']],
  user: [
    ['list'],
    ['show', 'person.7'],
    ['add', 'grace.hopper'],
    ['disable', 'person.8'],
    ['enable', 'person.8'],
    ['roles', 'person.9', '--give', 'auditor'],
    ['sessions', 'person.10'],
    ['remove', 'person.11'],
  ],
};

/** Why a command is not called. */
const NOT_CALLED: Record<string, string> = {
  start: 'the site is started, and its jobs are awaited',
  init: 'adds an account and examines by what `user` and `doctor` do',
  drill: 'makes its statements by the classes of the site, as whoever comes to it does',
  phone: 'has no database',
  gateway: 'has no database',
  conformance: 'has no database',
  backup: 'is for the embedded database, of which it copies files',
  restore: 'is for the embedded database, of which it copies files',
};

/** What of a gateway is switched off without. */
const SETTINGS: Record<Profile, Record<string, string>> = {
  embedded: {},
  'onespan-server': { ONESPAN_PUSH_KEYWORD: 'push', ONESPAN_TAKE_LICENCES_BACK: '1' },
  'onespan-cloud': { ONESPAN_CLOUD_PUSH: '1', ONESPAN_CLOUD_TYPED_RESPONSE: '1' },
};

/** Jobs that a site on PostgreSQL does not have. */
const OF_EMBEDDED_DATABASE = ['asked-backups', 'daily-backup'];

const programs = findPostgresql();

test('every command, and every way to call it, is called by the test of statements, or says why not', async () => {
  expect([...Object.keys(CALLS), ...Object.keys(NOT_CALLED)].toSorted()).toEqual(programNames().toSorted());
  for (const [program, calls] of Object.entries(CALLS)) {
    const { output } = await runCommand(program, ['--help']);
    const ways = [...output.matchAll(/^ {2}npm run [\w:]+(?: -- ([a-z]+))?/gm)].map(([, way]) => way ?? '');
    const called = calls.map(([way = '']) => (way.startsWith('-') ? '' : way));
    expect({ program, ways: new Set(called) }).toEqual({ program, ways: new Set(ways) });
  }
});

if (programs !== null) {
  test('no job of the site and no command sends a statement that reads a large table whole, whatever its gateway', async () => {
    const postgresql = await startThrowAwayPostgresql(programs, [...LOG_PLANS, 'autovacuum=off', 'max_wal_size=4GB']);
    try {
      const env = await postgresqlEnvironment(postgresql.url);
      const superuser = withAllRights(postgresql.url, env.DATABASE_URL);
      const [, oldKey = ''] = env['TESSERA_DATA_KEYS']?.split(':') ?? [];
      const tables = new Set(await asSuperuser(superuser, (client) => fill(client, oldKey)));
      const log = new StatementLog(postgresql.log);
      const problems: string[] = [];
      const note = (who: string, isSilent = false) => {
        const sent = log.takeSent();
        if (!isSilent) expect(sent.length, `${who} sends statements`).toBeGreaterThan(0);
        problems.push(
          ...new Set(sent.flatMap((statement) => problemsOf(statement, tables).map((words) => `${who}: ${words}`))),
        );
      };
      const settings = {
        ...env,
        TESSERA_DATA_KEYS: `${NEW_KEY},${env['TESSERA_DATA_KEYS']}`,
        TESSERA_SIEM: 'localhost:1',
      };
      const jobs = new Set<string>();

      for (const [round, profile] of PROFILES.entries()) {
        if (round > 0) await asSuperuser(superuser, (client) => addLiveRows(client, round));
        log.takeSent();
        const standIn = await openStandIn(profile, { domain: 'example.org', users: [{ userId: 'person.7' }] });
        try {
          const atGateway = { ...settings, ...standIn.environment, ...SETTINGS[profile] };
          for (const job of await runJobs(atGateway)) jobs.add(job);
          note(`the site, ${profile}`);
          for (const program of programNames()) {
            if (profile !== 'embedded' && !reachesGateway(`lib/cli/${program}.ts`, profile)) continue;
            for (const args of CALLS[program] ?? []) {
              await runCommand(program, args, { env: atGateway, input: 'four words make passwords\n' });
              // The doctor asks another gateway than the embedded one about itself alone.
              note([program, ...args, profile].join(' '), args[0] === 'table' || profile !== 'embedded');
            }
          }
        } finally {
          await standIn.close();
        }
      }
      expect(problems.join('\n\n')).toBe('');
      const done = (name: string) =>
        [...jobs].some((job) => new RegExp(`^${name.replaceAll(/\$\{.*?\}/g, '.+')}$`).test(job));
      expect(jobNames().filter((name) => !done(name))).toEqual(OF_EMBEDDED_DATABASE);
    } finally {
      postgresql.stop();
    }
  });
}

/** Starts a site, and lets each of its jobs do a round. @returns their names */
async function runJobs(env: Record<string, string>): Promise<string[]> {
  const server = await Server.prepare({ env });
  try {
    await server.launchByNpm();
    return await awaitRounds(server.url);
  } finally {
    await server.dispose();
  }
}

async function asSuperuser<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function fill(client: Client, oldKey: string): Promise<string[]> {
  const key = bytesFromHex(oldKey);
  if (!key) throw new TypeError('the data key is hexadecimal');
  await fillAuditLog(
    (text, ...values) => client.query(text, values),
    RECORDS,
    new Date(),
    new ChainKeys([{ id: 'k1', key: deriveChainKey(key) }]),
  );
  const tables = await fillEveryTable(client);
  await sealSome(client, new KeyRing([{ id: 'k1', key }]));
  return tables;
}

async function sealSome(client: Client, ring: KeyRing): Promise<void> {
  for (const { table, column, key, context } of ENCRYPTED_COLUMNS) {
    const { rows } = await client.query<{ key: string[] }>(
      `SELECT ARRAY[${key.map((name) => `${name}::text`).join(', ')}] AS key FROM ${table} WHERE ${column} IS NOT NULL LIMIT ${TO_REENCRYPT}`,
    );
    for (const { key: values } of rows)
      await client.query(
        `UPDATE ${table} SET ${column} = $1 WHERE ${key.map((name, place) => `${name}::text = $${place + 2}`).join(' AND ')}`,
        [await ring.encrypt('something', context(...values)), ...values],
      );
  }
}

/** Waits until each job has done a round. @returns their names */
async function awaitRounds(url: string): Promise<string[]> {
  let names: string[] = [];
  await poll('each job to have done a round', async () => {
    const metrics = await (await fetch(`${url}/api/metrics`)).text();
    const rounds = [...metrics.matchAll(/^tessera_guard_rounds_total\{guard="([^"]+)"\} (\d+)$/gm)];
    names = rounds.map(([, name = '']) => name);
    return rounds.length > 20 && rounds.every(([, , done]) => Number(done) > 0);
  });
  return names;
}

/** Whether a module, or one that it imports, is of a gateway's adapters. */
function reachesGateway(file: string, gateway: string, seen = new Set<string>()): boolean {
  if (seen.has(file)) return false;
  seen.add(file);
  if (file.startsWith(`lib/gateways/${gateway}/`)) return true;
  return [...readFileSync(join(repository, file), 'utf8').matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)]
    .map(([, path = '']) => join(dirname(file), path))
    .flatMap((path) => [path, `${path}.ts`].filter((one) => one.endsWith('.ts') && existsSync(join(repository, one))))
    .some((imported) => reachesGateway(imported, gateway, seen));
}

function problemsOf({ text, reads, returned }: SentStatement, tables: ReadonlySet<string>): string[] {
  const words = text.replaceAll(/\s+/g, ' ').trim().slice(0, 400);
  return [
    ...reads
      .filter(({ table }) => tables.has(table))
      .filter(({ isSearched, rows }) => isSearched || rows > MOST_ROWS_READ)
      .map(({ table, isSearched, rows }) => `${isSearched ? 'searches' : 'reads'} ${table}, ${rows} rows: ${words}`),
    ...(returned > MOST_ROWS_READ ? [`returns ${returned} rows: ${words}`] : []),
  ];
}

/** Programs that npm scripts run. */
function programNames(): string[] {
  const { scripts } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  return Object.values(scripts).flatMap((script) => /run\.mjs ([\w-]+)$/.exec(script)?.[1] ?? []);
}
