import { expect, request } from '@playwright/test';
import { PGlite } from '@electric-sql/pglite';
import { test } from '../fixtures/test';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { ACTIONS_KEY, buildId } from '@/lib/cli/build-identity';
import { readSources } from '@/lib/cli/build-stamp.mjs';
import { freePort, isPortFree } from '@/lib/kit/gateways/wire/free-port';
import { poll } from '@/lib/kit/poll';
import { repository } from '../../support/repository';
import { runCommand } from '../../support/servers/run-command';
import { cleanEnvironment } from '@/lib/kit/server/clean-environment';
import { programArguments } from '@/lib/kit/server/program';
import { Server } from '@/lib/kit/server/server';
import { processesOf } from '../../support/servers/process-group';
import { templateDirectory } from '../../support/databases/template';
import { openSession } from '../flows/open-session';

/** `nobody`, whom every Linux has. */
const NOBODY = 65_534;

/** Of PostgreSQL's `DBState`, which its control file has in its bytes 16 to 19. */
const SHUT_DOWN = 1;

test(
  'a second process on the same data is turned away and the first goes on',
  { tag: '@all' },
  async ({ page, server, account }) => {
    const { code, output } = await runCommand('start', [], {
      env: { TESSERA_DATA_DIR: server.dataDirectory, PORT: '1' },
    });
    expect(code).toBe(1);
    expect(output).toContain('in use');
    expect(output).not.toMatch(/\n\s+at /);
    await openSession(page, account);
  },
);

test('a server is started by npm, stopped with it, and restarted, with a user added in between', async () => {
  const server = await Server.prepare({ template: templateDirectory() });
  const npm = await server.launchByNpm();
  try {
    await test.step('threat: a stopped npm leaves a server that nobody knows of, with port and data', async () => {
      process.kill(npm, 'SIGTERM');
      await poll('the port to be free', () => isPortFree(Number(new URL(server.url).port)));
    });

    const password = 'four words make passwords';
    await test.step('somebody is added', async () => {
      const { code, output } = await runCommand('user', ['add', 'new.person'], {
        env: { TESSERA_DATA_DIR: server.dataDirectory },
        input: `${password}\n`,
      });
      expect(code, output).toBe(0);
      expect(output).not.toContain(password);
    });

    await test.step('no connection is taken before the application can answer', async () => {
      const statuses: number[] = [];
      const launched = server.launch();
      while (statuses.length === 0) {
        const answer = await fetch(`${server.url}/api/health`).catch(() => null);
        if (answer) statuses.push(answer.status);
        else await delay(20);
      }
      await launched;
      expect(statuses).toEqual([200]);
    });

    await test.step('an added user can sign in', async () => {
      const visitor = { request: await request.newContext({ baseURL: server.url }) };
      await openSession(visitor, { userId: 'new.person', password });
      await visitor.request.dispose();
    });

    await test.step('a site that is stopped shuts its database down, so that the next start has nothing to recover', async () => {
      await server.stop();
      const control = readFileSync(join(server.dataDirectory, 'database', 'global', 'pg_control'));
      expect(control.readInt32LE(16)).toBe(SHUT_DOWN);
    });
  } finally {
    await server.dispose();
    endGroup(npm);
  }
});

const isLinux = process.platform === 'linux';

/** Of a start, in their order: what has come about by then. */
const MOMENTS: Record<string, (server: Server, npm: number) => boolean> = {
  'its program runs': (_server, npm) =>
    processesOf(npm).some(({ command, ticks }) => command.includes('run.mjs start') && ticks > 15),
  'it has locked its data': ({ dataDirectory }) => locksOf(dataDirectory).some((text) => text !== ''),
  'it has made its database': ({ dataDirectory }) => existsSync(join(dataDirectory, 'database')),
};

for (const [moment, hasCome] of Object.entries(MOMENTS))
  test(`threat: a stopped npm leaves a server running unnoticed — while it starts, when ${moment}`, async () => {
    test.skip(!isLinux, 'reads /proc');
    const server = await Server.prepare();
    const npm = server.beginByNpm();
    try {
      await poll(`the moment of a start when ${moment}`, async () => hasCome(server, npm));
      process.kill(npm, 'SIGTERM');
      await poll('every process to end', async () => processesOf(npm).length === 0);
      expect(await isPortFree(Number(new URL(server.url).port))).toBe(true);
      expect(locksOf(server.dataDirectory).filter((text) => text !== '')).toEqual([]);
    } finally {
      endGroup(npm);
      await server.dispose();
    }
  });

test('threat: an older version writes to a database that a newer one migrated', async () => {
  const server = await Server.prepare({ template: templateDirectory() });
  try {
    const pglite = await PGlite.create(join(server.dataDirectory, 'database'));
    await pglite.exec(`
      INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
      VALUES ('newer', 'checksum', '29990101000000_contract_99_0_newer', now(), 1)`);
    await pglite.close();
    const { code, output } = await runCommand('start', [], {
      env: { TESSERA_DATA_DIR: server.dataDirectory, PORT: new URL(server.url).port },
    });
    expect(code).toBe(1);
    expect(output).toMatch(
      /^Tessera cannot start\. Please correct:\n {2}the database was made by a newer version of Tessera: its newest migration is 29990101000000_contract_99_0_newer, and that of this version \(\d+\.\d+\.\d+\) is \d{14}_\w+; .*\n$/m,
    );
  } finally {
    await server.dispose();
  }
});

test('a build of one user is started by another who can write nothing of it', async () => {
  test.skip(process.getuid?.() !== 0, 'only root can become another user');
  const unreadable = spawnSync('find', ['.next', '-not', '-path', '.next/cache/*', '-not', '-perm', '-o+r'], {
    cwd: repository,
    encoding: 'utf8',
  });
  expect(unreadable).toMatchObject({ status: 0, stdout: '' });
  const home = mkdtempSync(join(tmpdir(), 'tessera-another-user-'));
  chownSync(home, NOBODY, NOBODY);
  const port = await freePort();
  const child = spawn(process.execPath, programArguments('start'), {
    cwd: repository,
    uid: NOBODY,
    gid: NOBODY,
    env: { ...cleanEnvironment(), HOME: home, PORT: String(port), TESSERA_DATA_DIR: join(home, 'data') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  try {
    const site = `http://localhost:${port}`;
    await poll('the site to answer', async () => {
      if (child.exitCode !== null) throw new Error(`it ended at once:\n${output}`);
      return (await fetch(`${site}/api/health`).catch(() => null))?.ok === true;
    });
    expect((await fetch(`${site}/sign-in`)).status).toBe(200);
    const closed = once(child, 'close');
    child.kill('SIGTERM');
    await closed;
    expect(child.exitCode).toBe(0);
    expect(output).not.toMatch(/EACCES|EROFS/);
  } finally {
    child.kill('SIGKILL');
    rmSync(home, { recursive: true, force: true });
  }
});

test('replicas built apart from one commit accept each other’s forms and serve each other’s files', () => {
  const { sourceHash } = readSources(repository);
  // Next.js makes the names of actions from the one, and the address of a build's own files from the other.
  expect(JSON.parse(readBuilt('server/server-reference-manifest.json'))).toMatchObject({ encryptionKey: ACTIONS_KEY });
  expect(readBuilt('BUILD_ID')).toBe(buildId(sourceHash));
});

test('a database server without secrets is refused, naming every variable that is missing', async () => {
  const { code, output } = await runCommand('start', [], {
    env: { DATABASE_URL: 'postgresql://127.0.0.1:1/none', PORT: 'x' },
  });
  expect(code).toBe(1);
  for (const name of [
    'PORT',
    'TESSERA_SESSION_SECRET',
    'TESSERA_DATA_KEYS',
    'GATEWAY_FRONT_END_KEY',
    'GATEWAY_BACK_END_KEY',
  ]) {
    expect(output).toContain(name);
  }
});

const KEY = '0a'.repeat(32);

test.describe('a setting that cannot be used', () => {
  for (const [settings, sentence] of [
    [{ TESSERA_DATA_KEYS: `k1:${KEY},k1:${KEY}` }, /^ {2}TESSERA_DATA_KEYS needs an id of its own for each key$/m],
    // For documentation (RFC 5737), and a name that nobody has (RFC 2606).
    [{ HOST: '192.0.2.1' }, /^ {2}HOST 192\.0\.2\.1 is no address of this machine; set HOST to .+$/m],
    [{ HOST: 'site.invalid' }, /^ {2}HOST site\.invalid is a name that this machine cannot look up; set HOST to .+$/m],
    [
      { TESSERA_DATA_KEYS_COMMAND: '/nowhere/unwrap keys' },
      /^ {2}TESSERA_DATA_KEYS_COMMAND names \/nowhere\/unwrap, which could not be run \(ENOENT\)$/m,
    ],
    [
      { WEBHOOK_URLS: 'https://hooks.example/', WEBHOOK_SECRET: 'a secret of at least 32 characters, and more' },
      /^ {2}WEBHOOK_SECRET is no setting and does nothing\. .*: WEBHOOK_SECRETS\.$/m,
    ],
    [{ TESSERA_DOMAIN: 'x'.repeat(300) }, /^ {2}TESSERA_DOMAIN has more than 255 characters$/m],
  ] as const)
    test(`a start with ${Object.keys(settings)[0]} "${String(Object.values(settings)[0]).slice(0, 20)}" says in a sentence what to correct`, async () => {
      const { code, output } = await runCommand('start', [], { env: settings });
      expect(code).toBe(1);
      expect(output).toMatch(/^Tessera cannot start\. Please correct:$/m);
      expect(output).toMatch(sentence);
      expect(output).not.toMatch(/\n\s+at /);
    });
});

test('threat: a first start where others reach the site — it makes no account, and says what is not safe', async () => {
  const server = await Server.prepare({
    env: { TESSERA_URL: 'http://id.example.org', TESSERA_DEMO_PASSWORD: '', TESSERA_ORGANISATON: 'Example Bank' },
  });
  try {
    await server.launch();
    await poll('the advice', async () => server.output.includes('Nobody can sign in'));
    expect(server.output).toMatch(
      /Stop the site, and run: npm run init -- --url http:\/\/id\.example\.org --administrator <user-id>/,
    );
    expect(server.output).not.toMatch(/jane\.doe|Demo accounts/);
    expect(server.output).toMatch(/TESSERA_ORGANISATON is no setting and does nothing\. .*TESSERA_ORGANISATION\./);
    expect(server.output).toMatch(/people reach the site by http:\/\/ at id\.example\.org/);
    await server.stop();
    const pglite = await PGlite.create(join(server.dataDirectory, 'database'));
    expect((await pglite.query('SELECT * FROM user_account')).rows).toEqual([]);
    await pglite.close();
  } finally {
    await server.dispose();
  }
});

function readBuilt(file: string): string {
  return readFileSync(join(repository, '.next', file), 'utf8');
}

/** What each lock of a data directory says; nothing when it was given back. */
function locksOf(directory: string): string[] {
  if (!existsSync(directory)) return [];
  const names = readdirSync(directory).filter((name) => /^lock\.\d+$/.test(name));
  return names.map((name) => readFileSync(join(directory, name), 'utf8'));
}

/** Whatever a process that was started as a group of its own has left behind. */
function endGroup(leader: number): void {
  try {
    process.kill(-leader, 'SIGKILL');
  } catch {
    // Nothing.
  }
}
