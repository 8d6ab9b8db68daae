import { expect, type APIRequestContext, type Page } from '@playwright/test';
import { alertIn } from '../../support/browser/alert-in';
import { findAccessibilityViolations } from '../../support/browser/find-accessibility-violations';
import { HANG_MS } from '@/lib/kit/poll';
import { MINUTE } from '@/lib/shared/time/duration';
import { Server } from '@/lib/kit/server/server';
import { CLIENT, OpenIdProvider, PROVIDER_BUTTON, TOKEN_FAULTS } from '@/lib/kit/server/openid-provider';
import { nextAccount, staffAccount } from '../fixtures/accounts';
import { test } from '../fixtures/test';

const STRONG = 'urn:bank:two-factors';

let provider: OpenIdProvider;
let site: Server;

test.describe.configure({ mode: 'default' });

test.beforeAll(async ({ template }) => {
  test.setTimeout(2 * HANG_MS);
  provider = await OpenIdProvider.open();
  site = await Server.start({
    template,
    env: {
      TESSERA_ENROLMENT: 'standard',
      TESSERA_OIDC_ISSUER: provider.issuer,
      TESSERA_OIDC_CLIENT_ID: CLIENT.id,
      TESSERA_OIDC_CLIENT_SECRET: CLIENT.secret,
      TESSERA_OIDC_NAME: 'Bank Login',
      TESSERA_OIDC_ACR: STRONG,
    },
  });
  provider.now = () => site.clock.now;
});

test.afterAll(async () => {
  await site.dispose();
  await provider.close();
});

test.beforeEach(() => {
  provider.reset();
});

/** Goes to the provider by the button, and comes back. */
async function passProvider(page: Page, button: string): Promise<void> {
  await page.getByRole('button', { name: button }).click();
  await page.getByRole('button', { name: PROVIDER_BUTTON }).click();
}

test('a member of staff signs in with the provider, and a strong context there is their second factor', async ({
  page,
}) => {
  const auditor = staffAccount('auditor', 2);
  await page.goto(`${site.url}/sign-in`);
  provider.fault = 'down';
  await page.getByRole('button', { name: 'Continue with Bank Login' }).click();
  await expect(alertIn(page).first()).toHaveText(/^Bank Login does not answer at the moment/);
  expect(await findAccessibilityViolations(page)).toEqual([]);
  await expect(page.getByRole('button', { name: 'Sign in' })).toHaveCount(1);

  provider.fault = null;
  provider.person = { sub: 'auditor at the bank', preferred_username: auditor.userId };
  await passProvider(page, 'Continue with Bank Login');
  await expect(page).toHaveURL(/\/sign-in\/second-factor/);
  expect(provider.asked.at(-1)).toMatchObject({ acr_values: STRONG, max_age: '28800', code_challenge_method: 'S256' });

  await page.goto(`${site.url}/helpdesk/audit`);
  await expect(page).toHaveURL(/\/sign-in\/second-factor\?next=%2Fhelpdesk%2Faudit$/);
  expect(await findAccessibilityViolations(page)).toEqual([]);
  provider.acr = STRONG;
  await passProvider(page, 'Confirm with Bank Login');
  await expect(page).toHaveURL(/\/helpdesk\/audit$/);
  expect(provider.asked.at(-1)).toMatchObject({ prompt: 'login' });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Audit log');
});

test('threat: another person confirms at the provider: the session stays its owner’s, and reads why', async ({
  page,
}) => {
  const [anna, ben] = [nextAccount(site), nextAccount(site)];
  provider.person = { sub: 'anna', preferred_username: anna.userId };
  await page.goto(`${site.url}/sign-in`);
  await passProvider(page, 'Continue with Bank Login');
  await expect(page).toHaveURL(`${site.url}/`);
  provider.person = { sub: 'ben', preferred_username: ben.userId };
  await page.goto(`${site.url}/sign-in?error=provider-not-fresh`);
  await passProvider(page, 'Continue with Bank Login');
  await expect(alertIn(page).first()).toHaveText(/^At Bank Login you are somebody else than here/);
  await page.getByRole('link', { name: 'Go back' }).click();
  await expect(page).toHaveURL(`${site.url}/`);
});

/** Asks the site to be sent to the provider. @returns the address there */
async function begin(request: APIRequestContext, callbackUrl = '/profile', query = ''): Promise<URL> {
  const { csrfToken } = (await (await request.get(`${site.url}/api/auth/csrf`)).json()) as { csrfToken: string };
  const sent = await request.post(`${site.url}/api/auth/signin/oidc${query}`, {
    form: { csrfToken, json: 'true', callbackUrl },
    headers: { origin: site.url },
  });
  const { url } = (await sent.json()) as { url: string };
  return new URL(url);
}

/** @returns where the site sends a browser that comes back */
async function comeBack(request: APIRequestContext, address: string): Promise<string> {
  const answer = await request.get(address, { maxRedirects: 0 });
  expect(answer.status()).toBe(302);
  return answer.headers()['location'] ?? '';
}

async function isSignedIn(request: APIRequestContext): Promise<boolean> {
  return (await request.get(`${site.url}/profile`, { maxRedirects: 0 })).status() === 200;
}

for (const fault of TOKEN_FAULTS)
  test(`threat: an ID token that is not the provider's answer to this browser: ${fault}`, async ({ request }) => {
    provider.person = { sub: 'john', preferred_username: nextAccount(site).userId };
    provider.fault = fault;
    const location = await comeBack(request, provider.approve(await begin(request)));
    expect(location).toBe('/sign-in?error=provider-not-verified&next=%2Fprofile');
    expect(await isSignedIn(request)).toBe(false);
    expect(site.output).not.toContain('eyJ');
  });

for (const fault of ['down', 'failing', 'endless'] as const)
  test(`a provider that is ${fault} when it is asked for the token is said to be away`, async ({ request }) => {
    const back = provider.approve(await begin(request));
    provider.fault = fault;
    expect(await comeBack(request, back)).toBe('/sign-in?error=provider-unavailable&next=%2Fprofile');
  });

test('threat: answers that are replayed, foreign or injected, and return addresses of other sites, open nothing', async ({
  request,
  playwright,
}) => {
  provider.person = { sub: 'jack', preferred_username: nextAccount(site).userId };
  const refused = '/sign-in?error=provider-not-verified&next=%2Fprofile';
  const back = provider.approve(await begin(request));
  const other = await playwright.request.newContext();
  expect(await comeBack(other, back)).toBe('/sign-in?error=provider-not-verified&next=%2F');
  // A code that somebody else was given, with this browser's own state.
  const injected = new URL(provider.approve(await begin(request)));
  injected.searchParams.set('code', new URL(provider.approve(await begin(other))).searchParams.get('code') ?? '');
  expect(await comeBack(request, injected.href)).toBe(refused);
  const mixedUp = new URL(provider.approve(await begin(request)));
  mixedUp.searchParams.set('iss', 'https://other.example');
  expect(await comeBack(request, mixedUp.href)).toBe(refused);
  const cancelled = `${site.url}/api/auth/callback/oidc?error=access_denied`;
  expect(await comeBack(request, cancelled)).toBe('/sign-in?error=provider-refused&next=%2Fprofile');
  expect(await isSignedIn(request)).toBe(false);

  const good = provider.approve(await begin(request, 'https://evil.example/'));
  expect(await comeBack(request, good)).toBe(site.url);
  expect(await isSignedIn(request)).toBe(true);
  expect(await comeBack(request, good)).toMatch(/^\/sign-in\?error=provider-not-verified/);

  expect((await request.post(`${site.url}/api/auth/callback/oidc`, { headers: { origin: site.url } })).status()).toBe(
    405,
  );
  const more = `${site.url}/api/auth/signin/oidc?redirect_uri=https://evil.example`;
  expect((await request.post(more, { form: {}, headers: { origin: site.url } })).status()).toBe(400);
  await other.dispose();
});

test('a provider’s user without an account here reads so, and a sign-in of yesterday is asked for anew', async ({
  request,
}) => {
  provider.person = { sub: 'nobody', preferred_username: 'nobody.here' };
  const unknown = await comeBack(request, provider.approve(await begin(request)));
  expect(unknown).toBe('/sign-in?error=provider-unknown-user&next=%2Fprofile');
  expect(await (await request.get(`${site.url}${unknown}`)).text()).toContain(
    'there is no account here that this opens',
  );
  provider.person = { sub: 'old', preferred_username: nextAccount(site).userId };
  provider.age = 86_400;
  expect(await comeBack(request, provider.approve(await begin(request)))).toBe(
    '/sign-in?error=provider-not-fresh&next=%2Fprofile',
  );
});

test('a provider that went down after it had answered is said to be away, in words of this site', async ({ page }) => {
  await page.goto(`${site.url}/sign-in`);
  await begin(page.request);
  provider.fault = 'down';
  // Shorter than discovery is remembered.
  site.clock.advance(MINUTE);
  await page.getByRole('button', { name: 'Continue with Bank Login' }).click();
  await expect(alertIn(page).first()).toHaveText(/^Bank Login does not answer at the moment/);
});

test('an ID token may be signed with any safe algorithm of the provider’s list', async ({ request }) => {
  provider.person = { sub: 'registered for ES256', preferred_username: nextAccount(site).userId };
  site.clock.advance(10 * MINUTE);
  Object.assign(provider, { listed: ['RS256', 'ES256'], algorithm: 'ES256' });
  expect(await comeBack(request, provider.approve(await begin(request)))).toBe(`${site.url}/profile`);
  expect(await isSignedIn(request)).toBe(true);
});

test('a newly listed algorithm is accepted at once, and an unlisted one never', async ({ request }) => {
  provider.person = { sub: 'changed', preferred_username: nextAccount(site).userId };
  site.clock.advance(10 * MINUTE);
  const refused = '/sign-in?error=provider-not-verified&next=%2Fprofile';
  const unlisted = provider.approve(await begin(request));
  provider.algorithm = 'ES256';
  expect(await comeBack(request, unlisted)).toBe(refused);
  const back = provider.approve(await begin(request));
  provider.listed = ['ES256'];
  // Discovery was asked anew for the one before, and is not for each.
  site.clock.advance(MINUTE);
  expect(await comeBack(request, back)).toBe(`${site.url}/profile`);
});

test('a user without a user ID reads what to do, and the log names the missing claim and not the user', async ({
  request,
}) => {
  const before = site.output.length;
  for (const [claims, problem] of [
    [{}, 'is missing'],
    [{ preferred_username: 'Jane Q. Public' }, 'holds no user ID of this site'],
  ] as const) {
    provider.person = { sub: `without ${problem}`, ...claims };
    const location = await comeBack(request, provider.approve(await begin(request)));
    expect(location).toBe('/sign-in?error=provider-no-user-id&next=%2Fprofile');
    expect(await (await request.get(`${site.url}${location}`)).text()).toContain('did not send a user ID');
    expect(site.output.slice(before)).toContain(`"claim":"preferred_username","problem":"${problem}"`);
  }
  expect(site.output.slice(before)).not.toMatch(/Jane|Public/);
});
