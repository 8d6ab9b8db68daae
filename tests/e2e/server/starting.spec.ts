import { expect, request } from '@playwright/test';
import { test } from '../fixtures/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { ACTIONS_KEY, buildId } from '@/lib/cli/build-identity';
import { readSources } from '@/lib/cli/build-stamp.mjs';
import { isPortFree } from '@/lib/kit/gateways/wire/free-port';
import { poll } from '@/lib/kit/poll';
import { repository } from '../../support/repository';
import { runCommand } from '../../support/servers/run-command';
import { Server } from '@/lib/kit/server/server';
import { templateDirectory } from '../../support/databases/template';
import { openSession } from '../flows/open-session';

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

test('a server is started by npm, ended with it, and started and stopped again, with somebody added in between', async () => {
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
