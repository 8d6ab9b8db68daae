import { expect, test } from '@playwright/test';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { poll } from '../support/poll';
import { runCommand } from '../support/run-command';
import { PASSWORD, Server } from '../support/server';
import { templateDirectory } from '../support/template';
import { signIn } from './flows/sign-in';

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

test('a first start that was interrupted is started over', async () => {
  const creating = await Server.prepare();
  const started = creating.launch();
  await poll('the database to be in the making', async () =>
    existsSync(join(creating.dataDirectory, 'database.creating')),
  );
  await creating.kill();
  await expect(started).rejects.toThrow('ended');
  try {
    await creating.launch();
    expect((await fetch(`${creating.url}/api/health`)).status).toBe(200);
  } finally {
    await creating.dispose();
  }
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
  const { code, output } = await runCommand('user-add', ['--user-id', 'new.person'], {
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
