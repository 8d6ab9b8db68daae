import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { test } from '../fixtures/test';
import { Client } from 'pg';
import { findPostgresql } from '../../support/databases/find-postgresql';
import { postgresqlEnvironment, withAllRights } from '../../support/databases/postgresql-environment';
import { startThrowAwayPostgresql } from '../../support/databases/throw-away-postgresql';
import { Phone } from '../../support/phones/phone';
import { PASSWORD, Server } from '@/lib/kit/server/server';
import { newActivationNames } from '@/lib/shared/names/activation-names';
import { API_PATH } from '@/lib/shared/problem-document';
import { formInPage } from '../../support/servers/form-in-page';
import { FRONT_END_KEY } from '../../support/servers/test-gateway';
import { openSession } from '../flows/open-session';
import { activationScreen } from '../screens/activation-screen';
import { newActivationScreen } from '../screens/new-activation-screen';
import { signInScreen } from '../screens/accounts/sign-in-screen';

const JANE = { userId: 'jane.doe', password: PASSWORD };

const METRICS_TOKEN = 'a-token-of-the-metrics-for-this-test';

/** @param headers of whoever asks */
async function probe(server: Server, name: string, headers: Record<string, string> = {}): Promise<[number, unknown]> {
  const answer = await fetch(`${server.url}/api/health/${name}`, { headers });
  return [answer.status, await answer.json()];
}

const programs = findPostgresql();

if (programs !== null) {
  test('threat: the database is away — no right password is called wrong, no detail leaks, and requests go on later', async ({
    browser,
  }) => {
    const database = await startThrowAwayPostgresql(programs);
    let isRunning = true;
    const env = {
      ...(await postgresqlEnvironment(database.url)),
      TESSERA_METRICS_TOKEN: METRICS_TOKEN,
      GATEWAY_FRONT_END_KEY: FRONT_END_KEY,
    };
    const server = await Server.start({ env });
    const page = await browser.newPage({ baseURL: server.url });
    try {
      for (const name of ['live', 'started', 'ready'])
        expect(await probe(server, name)).toEqual([200, { status: 'ok' }]);
      for (const name of ['live', 'started', 'ready'])
        expect(await probe(server, name)).toEqual([200, { status: 'ok' }]);
      await askWhileGatewayIsAway(page, server, withAllRights(database.url, env.DATABASE_URL));
      const asked = await askedByHand(page, server);
      await askWhileItHangs(database.freeze, asked);
      await page.context().clearCookies();
      await page.goto('/sign-in');
      const answers: string[] = [];
      page.on('response', async (response) => {
        if (response.url().includes('/api/auth/')) answers.push(`${response.url()} ${await response.text()}`);
      });
      database.stop();
      isRunning = false;
      // A restart would not help, and other processes may still reach the database.
      expect(await probe(server, 'live')).toEqual([200, { status: 'ok' }]);
      expect(await probe(server, 'ready')).toEqual([503, { status: 'failed' }]);
      const [, detailed] = await probe(server, 'ready', { authorization: `Bearer ${METRICS_TOKEN}` });
      expect(detailed).toEqual({
        status: 'failed',
        parts: { database: expect.not.stringMatching(/^ok$/), migrations: expect.not.stringMatching(/^ok$/) },
      });

      for (const what of Object.keys(asked)) expect(await ask(asked, what)).toEqual({ what, ...UNAVAILABLE });

      const screen = signInScreen(page);
      await screen.userId.fill(JANE.userId);
      await screen.password.fill(JANE.password);
      await screen.signIn.click();
      await expect(screen.refusal).toHaveText('Sign-in is not possible at the moment. Try again in a minute.');

      // The other ways fail in the same way: what opens a session asks the database first.
      for (const provider of ['credentials', 'phone', 'invitation']) {
        const { csrfToken } = (await (await page.request.get('/api/auth/csrf')).json()) as { csrfToken: string };
        const form = { csrfToken, json: 'true', ...JANE };
        const answer = await page.request.post(`/api/auth/callback/${provider}`, { form });
        answers.push(`${answer.status()} ${JSON.stringify(answer.headers())} ${await answer.text()}`);
      }
      const told = answers.join('\n');
      expect(told).toContain('error=unavailable');
      expect(told).not.toMatch(/prisma|reach|ECONN|pool|postgres/i);
      expect(told).not.toContain(new URL(database.url).port);
      expect(server.output).toContain('a sign-in could not be carried out');
    } finally {
      await page.close();
      await server.dispose();
      if (isRunning) database.stop();
    }
  });
}

if (process.getuid?.() === 0 && process.platform === 'linux') {
  test('threat: the disk is full — a user is told when to come back, and the site goes on once there is space', async ({
    browser,
  }) => {
    const disk = mkdtempSync(join(tmpdir(), 'tessera-small-disk-'));
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256m', 'tmpfs', disk]);
    const env = { TESSERA_DATA_DIR: join(disk, 'data'), GATEWAY_FRONT_END_KEY: FRONT_END_KEY };
    const server = await Server.start({ env });
    const page = await browser.newPage({ baseURL: server.url });
    try {
      await openSession(page, JANE);
      const asked = await askedByHand(page, server);
      const ballast = join(disk, 'ballast');
      const { bavail, bsize } = statfsSync(disk);
      writeFileSync(ballast, new Uint8Array(bavail * bsize));
      await expect.poll(() => ask(asked, 'action')).toEqual({ what: 'action', ...UNAVAILABLE });
      for (const what of Object.keys(asked)) expect([200, 401, 503]).toContain((await ask(asked, what)).status);
      rmSync(ballast);
      await expect.poll(async () => (await ask(asked, 'action')).status).toBe(303);
      expect((await ask(asked, 'page')).status).toBe(200);
    } finally {
      await page.close();
      await server.dispose();
      execFileSync('umount', ['--lazy', disk]);
    }
  });
}

const UNAVAILABLE = { status: 503, retryAfter: true };

type Asked = Readonly<Record<string, () => Promise<Response>>>;

async function ask(asked: Asked, what: string) {
  const answer = await asked[what]?.();
  return { what, status: answer?.status, retryAfter: /^\d+$/.test(answer?.headers.get('retry-after') ?? '') };
}

/** Longer than a statement may take, and who waits for a connection; shorter than what proxies wait. */
const MOST_PATIENCE_MS = 50_000;

/** It takes connections and requests, and says nothing to any. */
async function askWhileItHangs(freeze: () => () => void, asked: Asked): Promise<void> {
  const thaw = freeze();
  try {
    const began = performance.now();
    const all = await Promise.all(Object.keys(asked).map((what) => ask(asked, what)));
    for (const answer of all) expect(answer).toMatchObject(UNAVAILABLE);
    expect(performance.now() - began).toBeLessThan(MOST_PATIENCE_MS);
  } finally {
    thaw();
  }
  await expect.poll(async () => (await ask(asked, 'page')).status).toBe(200);
}

/** A page, an action, a call of a phone and one of a program, ready to be asked. */
async function askedByHand(page: Page, { url }: Server): Promise<Asked> {
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  const form = formInPage(
    await (await fetch(`${url}/activations/new`, { headers: { cookie } })).text(),
    newActivationNames.show,
  );
  const body = new FormData();
  for (const [name, value] of Object.entries(form)) body.set(name, value);
  const registration = JSON.stringify({ registrationIdentifier: 'ABCD2345', signature: '1'.repeat(16) });
  const authorization = `Basic ${btoa(`${FRONT_END_KEY}:`)}`;
  return {
    page: () => fetch(`${url}/`, { headers: { cookie } }),
    action: () =>
      fetch(`${url}/activations/new`, { method: 'POST', headers: { cookie, origin: url }, body, redirect: 'manual' }),
    phone: () =>
      fetch(`${url}/rest/v2/provisioning/MdlActivate`, {
        method: 'POST',
        headers: { authorization },
        body: registration,
      }),
    program: () =>
      fetch(`${url}${API_PATH}service-account`, { headers: { authorization: `Bearer ${'x'.repeat(68)}` } }),
  };
}

async function askWhileGatewayIsAway(page: Page, server: Server, databaseUrl: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  const phone = new Phone(server.url);
  await client.connect();
  try {
    await openSession(page, JANE);
    await page.goto('/activations/new');
    // The embedded gateway lives in this table alone; without it nothing can be registered.
    await client.query('ALTER TABLE gateway_licence RENAME TO gateway_licence_away');
    await newActivationScreen(page).show.click();
    const screen = activationScreen(page);
    await expect(page).toHaveURL(/\/activations\/act-/);
    await expect(screen.waitingForGateway).toBeVisible();
    await expect(screen.image).toBeHidden();
    expect((await fetch(`${server.url}/api/health`)).status).toBe(503);

    await client.query('ALTER TABLE gateway_licence_away RENAME TO gateway_licence');
    await expect(screen.image).toBeVisible();
    const { code, output } = await phone.scan(page);
    expect(code, output).toBe(0);
    await expect(screen.activated).toBeVisible();
  } finally {
    phone.dispose();
    await client.end();
  }
}
