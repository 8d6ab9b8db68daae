import { expect, type Page } from '@playwright/test';
import { test } from '../fixtures/test';
import { Client } from 'pg';
import { findPostgresql } from '../../support/databases/find-postgresql';
import { postgresqlEnvironment, withAllRights } from '../../support/databases/postgresql-environment';
import { startThrowAwayPostgresql } from '../../support/databases/throw-away-postgresql';
import { Phone } from '../../support/phones/phone';
import { PASSWORD, Server } from '@/lib/kit/server/server';
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
    const env = { ...(await postgresqlEnvironment(database.url)), TESSERA_METRICS_TOKEN: METRICS_TOKEN };
    const server = await Server.start({ env });
    const page = await browser.newPage({ baseURL: server.url });
    try {
      for (const name of ['live', 'started', 'ready'])
        expect(await probe(server, name)).toEqual([200, { status: 'ok' }]);
      for (const name of ['live', 'started', 'ready'])
        expect(await probe(server, name)).toEqual([200, { status: 'ok' }]);
      await askWhileGatewayIsAway(page, server, withAllRights(database.url, env.DATABASE_URL));
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
