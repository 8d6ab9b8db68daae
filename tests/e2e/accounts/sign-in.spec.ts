import { expect, type APIResponse } from '@playwright/test';
import { test as clockTest } from '../fixtures/clock-test';
import type { Account } from '../fixtures/accounts';
import { openSession } from '../flows/open-session';
import type { Visitor } from '../flows/request-activation';
import { signIn } from '../flows/sign-in';
import { devicesScreen } from '../screens/devices-screen';
import { signInScreen } from '../screens/accounts/sign-in-screen';
import { test } from '../fixtures/test';

test('an unknown user and a wrong password get the same answer', async ({ page, account }) => {
  const screen = signInScreen(page);
  const answers: (string | null)[] = [];
  for (const userId of [account.userId, 'nobody.at.all']) {
    await page.goto('/sign-in');
    await screen.userId.fill(userId);
    await screen.password.fill('not the password');
    await screen.signIn.click();
    await expect(screen.refusal).toBeVisible();
    answers.push(await screen.refusal.textContent());
  }
  expect(answers[0]).toBe(answers[1]);
});

test('a page that needs a sign-in is shown after it', async ({ page, account }) => {
  await page.goto('/activations/new');
  const screen = signInScreen(page);
  await screen.userId.fill(account.userId);
  await screen.password.fill(account.password);
  await screen.signIn.click();
  await expect(page).toHaveURL(/\/activations\/new$/);
});

test('a form that is sent before the page’s scripts have run signs the user in', async ({ page, account }) => {
  const held: (() => void)[] = [];
  let areHeld = true;
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    if (areHeld) await new Promise<void>((resolve) => held.push(resolve));
    await route.continue();
  });
  await page.goto('/sign-in', { waitUntil: 'commit' });
  const screen = signInScreen(page);
  await screen.userId.fill(account.userId);
  await screen.password.fill(account.password);
  await screen.signIn.click({ noWaitAfter: true });
  areHeld = false;
  for (const letGo of held) letGo();
  await expect(devicesScreen(page).heading).toBeVisible();
});

test('a password can be looked at while it is typed', async ({ page }) => {
  await page.goto('/sign-in');
  const { password } = signInScreen(page);
  await password.fill('tulip mango');
  await page.getByRole('button', { name: 'Show', exact: false }).click();
  await expect(password).toHaveAttribute('type', 'text');
  await expect(password).toHaveValue('tulip mango');
});

test('the page says that it needs JavaScript where there is none', async ({ page }) => {
  expect(await (await page.request.get('/sign-in')).text()).toContain('This page needs JavaScript');
});

test('a sign-in never leads to another site', async ({ page, account }) => {
  await page.goto('/sign-in?callbackUrl=https%3A%2F%2Fexample.com%2F&next=%2F%2Fexample.com');
  const screen = signInScreen(page);
  await screen.userId.fill(account.userId);
  await screen.password.fill(account.password);
  await screen.signIn.click();
  await expect(devicesScreen(page).heading).toBeVisible();
});

clockTest(
  'guessing a password is stopped, also for the one who knows it, until time has passed',
  async ({ page, server, account }) => {
    const screen = signInScreen(page);
    const guess = await guesser(page, account);
    for (let attempt = 1; attempt <= 10; attempt++) await guess(`guess ${attempt}`);
    await page.goto('/sign-in');
    await screen.userId.fill(account.userId);
    await screen.password.fill(account.password);
    await screen.signIn.click();
    await expect(screen.refusal).toContainText(/too many/i);

    server.clock.advance(16 * 60_000);
    await signIn(page, account);
  },
);

clockTest(
  'threat: a lock-out: wrong passwords keep nobody out of a browser that they have signed in with before',
  async ({ playwright, context, page, server, account }) => {
    await openSession(page, account);
    const known = (await context.cookies()).find(({ name }) => name.endsWith('tessera.known'));
    expect(known).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/' });
    expect(known?.value).not.toContain(account.userId);
    await context.clearCookies({ name: 'tessera.session' });

    const attacker = { request: await playwright.request.newContext({ baseURL: server.url }) };
    const guess = await guesser(attacker, account);
    for (let count = 0; count < 10; count++) await guess(`guess ${count}`);
    expect(await guess(account.password)).toContain('too-many-attempts');

    await openSession(page, account);
    await attacker.request.dispose();
  },
);

clockTest(
  'threat: a flood of limited sign-ins: what is answered in front of next-auth is what next-auth answers',
  async ({ playwright, server, account }) => {
    const attacker = { request: await playwright.request.newContext({ baseURL: server.url }) };
    const { csrfToken } = (await (await attacker.request.get('/api/auth/csrf')).json()) as { csrfToken: string };
    const guess = async (json: string) => {
      const form = { csrfToken, json, userId: account.userId, password: 'guess' };
      const headers = { origin: server.url };
      return attacker.request.post('/api/auth/callback/credentials', { form, headers, maxRedirects: 0 });
    };
    for (let count = 0; count < 10; count++) await guess('true');
    for (const json of ['true', 'false']) {
      // Once in ten seconds next-auth is asked.
      const [asked, remembered] = [await guess(json), await guess(json)];
      expect(remembered.status()).toBe(json === 'true' ? 401 : 302);
      expect(remembered.status()).toBe(asked.status());
      expect(await remembered.text()).toBe(await asked.text());
      expect(told(remembered)).toEqual(told(asked));
      server.clock.advance(11_000);
    }
    await attacker.request.dispose();
  },
);

/** Tries passwords by the requests that the sign-in page sends. */
async function guesser({ request }: Visitor, { userId }: Account): Promise<(password: string) => Promise<string>> {
  const token = await request.get('/api/auth/csrf');
  const { csrfToken } = (await token.json()) as { csrfToken: string };
  const headers = { origin: new URL(token.url()).origin };
  return async (password) => {
    const form = { csrfToken, json: 'true', userId, password };
    return (await request.post('/api/auth/callback/credentials', { form, headers })).text();
  };
}

/** In each answer another one, or about how it is transferred. */
const OF_ITS_OWN = /^(date|content-security-policy|content-(length|encoding)|transfer-encoding|vary)$/;

function told(answer: APIResponse): Record<string, string> {
  return Object.fromEntries(Object.entries(answer.headers()).filter(([name]) => !OF_ITS_OWN.test(name)));
}
