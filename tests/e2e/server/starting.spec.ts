import { expect } from '@playwright/test';
import { test } from '../fixtures/test';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { ACTIONS_KEY, buildId } from '@/lib/cli/build-identity';
import { readSources } from '@/lib/cli/build-stamp.mjs';
import { isPortFree } from '@/lib/kit/server/free-port';
import { poll } from '@/lib/kit/poll';
import { repository } from '../../support/repository';
import { runCommand } from '../../support/servers/run-command';
import { PASSWORD, Server } from '@/lib/kit/server/server';
import { templateDirectory } from '../../support/databases/template';
import { signIn } from '../flows/sign-in';

test('a second process on the same data is turned away and the first goes on', async ({ browser }) => {
  const server = await Server.start({ template: templateDirectory() });
  try {
    const { code, output } = await runCommand('start', [], {
      env: { TESSERA_DATA_DIR: server.dataDirectory, PORT: '1' },
    });
    expect(code).toBe(1);
    expect(output).toContain('in use');
    expect(output).not.toMatch(/\n\s+at /);

    const page = await browser.newPage({ baseURL: server.url });
    await signIn(page, { userId: 'jane.doe', password: PASSWORD });
    await page.close();
  } finally {
    await server.dispose();
  }
});

test('a first start that was interrupted while it made its database is started over', async () => {
  const server = await Server.prepare();
  const half = join(server.dataDirectory, 'database.creating');
  try {
    mkdirSync(half, { recursive: true, mode: 0o700 });
    writeFileSync(join(half, 'PG_VERSION'), '');
    await server.launch();
    expect((await fetch(`${server.url}/api/health`)).status).toBe(200);
    expect(existsSync(half)).toBe(false);
  } finally {
    await server.dispose();
  }
});

test('no connection is taken before the application can answer', async () => {
  const server = await Server.prepare({ template: templateDirectory() });
  const statuses: number[] = [];
  try {
    const launched = server.launch();
    while (statuses.length === 0) {
      const answer = await fetch(`${server.url}/api/health`).catch(() => null);
      if (answer) statuses.push(answer.status);
      else await delay(20);
    }
    await launched;
    expect(statuses).toEqual([200]);
  } finally {
    await server.dispose();
  }
});

test('threat: a stopped npm leaves a server that nobody knows of, with port and data', async () => {
  const server = await Server.prepare({ template: templateDirectory() });
  const npm = await server.launchByNpm();
  try {
    process.kill(npm, 'SIGTERM');
    await poll('the port to be free', () => isPortFree(Number(new URL(server.url).port)));
    await server.launch();
    expect((await fetch(`${server.url}/api/health`)).status).toBe(200);
  } finally {
    await server.dispose();
    endGroup(npm);
  }
});

test('replicas that are built apart from one commit take each other’s forms and serve each other’s files', () => {
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

test('an added user can sign in', async ({ browser }) => {
  const directory = mkdtempSync(join(tmpdir(), 'tessera-users-'));
  cpSync(templateDirectory(), directory, { recursive: true });
  const password = 'four words make passwords';
  const { code, output } = await runCommand('user', ['add', 'new.person'], {
    env: { TESSERA_DATA_DIR: directory },
    input: `${password}\n`,
  });
  expect(code, output).toBe(0);
  expect(output).not.toContain(password);

  const server = await Server.start({ template: directory });
  try {
    const page = await browser.newPage({ baseURL: server.url });
    await signIn(page, { userId: 'new.person', password });
    await page.close();
  } finally {
    await server.dispose();
    rmSync(directory, { recursive: true });
  }
});

function readBuilt(file: string): string {
  return readFileSync(join(repository, '.next', file), 'utf8');
}

/** Whatever a process that was started as a group of its own has left behind. */
function endGroup(leader: number): void {
  try {
    process.kill(-leader, 'SIGKILL');
  } catch {
    // Nothing.
  }
}
