import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { Client } from 'pg';
import { KeyRing } from '@/lib/crypto/key-ring';
import { ChainKeys, deriveChainKey } from '@/lib/database/secrets/chain-keys';
import { ENCRYPTED_COLUMNS } from '@/lib/database/secrets/encrypted-columns';
import { poll } from '@/lib/kit/poll';
import { Server } from '@/lib/kit/server/server';
import { bytesFromHex } from '@/lib/shared/bytes';
import { fillAuditLog } from '../../support/databases/fill-audit-log';
import { fillEveryTable } from '../../support/databases/fill-every-table';
import { findPostgresql } from '../../support/databases/find-postgresql';
import { postgresqlEnvironment, withAllRights } from '../../support/databases/postgresql-environment';
import { LOG_PLANS, type SentStatement, StatementLog } from '../../support/databases/sent-statements';
import { startThrowAwayPostgresql } from '../../support/databases/throw-away-postgresql';
import { repository } from '../../support/repository';
import { runCommand } from '../../support/servers/run-command';

/** Rows of every table that grows with its people, or with what they do. */
const ROWS = 100_000;

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
  test('no job of the site and no command sends a statement that reads a large table whole', async () => {
    const postgresql = await startThrowAwayPostgresql(programs, [...LOG_PLANS, 'autovacuum=off', 'max_wal_size=4GB']);
    try {
      const env = await postgresqlEnvironment(postgresql.url);
      const [, oldKey = ''] = env['TESSERA_DATA_KEYS']?.split(':') ?? [];
      const tables = new Set(await fill(withAllRights(postgresql.url, env.DATABASE_URL), oldKey));
      const log = new StatementLog(postgresql.log);
      const problems: string[] = [];
      const note = (who: string) => {
        const sent = log.takeSent();
        expect(sent.length, `${who} sends statements`).toBeGreaterThan(0);
        problems.push(
          ...new Set(sent.flatMap((statement) => problemsOf(statement, tables).map((words) => `${who}: ${words}`))),
        );
      };
      const settings = {
        ...env,
        TESSERA_DATA_KEYS: `${NEW_KEY},${env['TESSERA_DATA_KEYS']}`,
        TESSERA_SIEM: 'localhost:1',
      };

      const server = await Server.prepare({ env: settings });
      try {
        await server.launchByNpm();
        await awaitRounds(server.url);
      } finally {
        await server.dispose();
      }
      note('the site');
      for (const program of programNames()) {
        for (const args of CALLS[program] ?? []) {
          await runCommand(program, args, { env: settings, input: 'four words make passwords\n' });
          if (args[0] !== 'table') note([program, ...args].join(' '));
        }
      }
      expect(problems.join('\n\n')).toBe('');
    } finally {
      postgresql.stop();
    }
  });
}

async function fill(url: string, oldKey: string): Promise<string[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const key = bytesFromHex(oldKey);
    if (!key) throw new TypeError('the data key is hexadecimal');
    await fillAuditLog(
      (text, ...values) => client.query(text, values),
      ROWS,
      new Date(),
      new ChainKeys([{ id: 'k1', key: deriveChainKey(key) }]),
    );
    const tables = await fillEveryTable(client, ROWS);
    await sealSome(client, new KeyRing([{ id: 'k1', key }]));
    return tables;
  } finally {
    await client.end();
  }
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

/** Waits until each job has done a round. */
async function awaitRounds(url: string): Promise<void> {
  await poll('each job to have done a round', async () => {
    const metrics = await (await fetch(`${url}/api/metrics`)).text();
    const rounds = [...metrics.matchAll(/^tessera_guard_rounds_total\{guard="([^"]+)"\} (\d+)$/gm)];
    return rounds.length > 20 && rounds.every(([, , done]) => Number(done) > 0);
  });
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
