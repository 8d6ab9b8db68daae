import { expect, request, type APIRequestContext, type Cookie } from '@playwright/test';
import { findAccessibilityViolations } from '../../support/browser/find-accessibility-violations';
import { staffAccount, type Account } from '../fixtures/accounts';
import { openActivation } from '../flows/request-activation';
import { userScreen } from '../screens/staff/user-screen';
import { signOut } from '../flows/sign-out';
import { profileScreen } from '../screens/accounts/profile-screen';
import { newActivationScreen } from '../screens/new-activation-screen';
import { signInScreen } from '../screens/accounts/sign-in-screen';
import { openSession } from '../flows/open-session';
import { test } from '../fixtures/test';

/** Somebody's session in a browser of their own, of which no page is looked at. */
async function otherBrowser(baseURL: string, account: Account): Promise<APIRequestContext> {
  const other = await request.newContext({ baseURL });
  await openSession({ request: other }, account);
  return other;
}

async function isSignedIn(browser: APIRequestContext): Promise<boolean> {
  return !(await browser.get('/')).url().includes('/sign-in');
}

test('signing out everywhere ends the sessions of other browsers', async ({ page, account, server }) => {
  await openSession(page, account);
  const other = await otherBrowser(server.url, account);
  expect(await isSignedIn(other)).toBe(true);
  await page.goto('/profile');
  await profileScreen(page).signOutEverywhere.click();
  await expect(page).toHaveURL(/\/sign-in/);

  expect(await isSignedIn(other)).toBe(false);
  await other.dispose();
});

test('the profile shows five sessions, and older ones on one press', async ({ page, account, server }) => {
  await openSession(page, account);
  const others = await Promise.all(Array.from({ length: 6 }, () => otherBrowser(server.url, account)));
  await page.goto('/profile');
  const end = page.getByRole('button', { name: 'End session' });
  // The page's own session is not ended there.
  await expect(end).toHaveCount(4);
  await page.getByText('Show 2 more', { exact: true }).click();
  await expect(end).toHaveCount(6);
  await Promise.all(others.map((other) => other.dispose()));
});

test('a cookie kept from before signing out is worth nothing', async ({ page, context, account }) => {
  await openSession(page, account);
  const cookies = await context.cookies();
  await page.goto('/profile');
  await signOut(page);
  await expect(page).toHaveURL(/\/sign-in/);
  await expect(page.getByRole('status').filter({ hasText: 'You’re signed out.' })).toBeVisible();

  await context.addCookies(cookies);
  await page.goto('/');
  await expect(page).toHaveURL(/\/sign-in/);
});

/** Whether a kept session cookie still opens anything, sent by somebody who has nothing else. */
async function opensAnything(baseURL: string, cookies: Cookie[]): Promise<boolean> {
  const session = cookies.filter(({ name }) => name.endsWith('tessera.session'));
  const stranger = await request.newContext({ baseURL, storageState: { cookies: session, origins: [] } });
  const isIn = await isSignedIn(stranger);
  await stranger.dispose();
  return isIn;
}

test('threat: the way out that next-auth brings along ends the session as well', async ({
  page,
  context,
  account,
  server,
}) => {
  await openSession(page, account);
  const cookies = await context.cookies();
  expect(await opensAnything(server.url, cookies)).toBe(true);
  const token = (await (await page.request.get('/api/auth/csrf')).json()) as { csrfToken: string };
  const left = await page.request.post('/api/auth/signout', {
    headers: { origin: server.url },
    form: { ...token, json: 'true' },
  });
  expect(left.status()).toBe(200);
  expect(await opensAnything(server.url, cookies)).toBe(false);
});

test('threat: signing in again in the same browser ends the session that it had', async ({
  page,
  context,
  account,
  server,
}) => {
  await openSession(page, account);
  const cookies = await context.cookies();
  const token = (await (await page.request.get('/api/auth/csrf')).json()) as { csrfToken: string };
  const form = { ...token, ...account, json: 'true', redirect: 'false' };
  const again = await page.request.post('/api/auth/callback/credentials', { headers: { origin: server.url }, form });
  expect(again.status()).toBe(200);
  expect(await opensAnything(server.url, cookies)).toBe(false);
  expect(await opensAnything(server.url, await context.cookies())).toBe(true);
});

test('a new password works, the old one does not, and other browsers are signed out', async ({
  page,
  account,
  server,
}) => {
  await openSession(page, account);
  const other = await otherBrowser(server.url, account);
  const password = 'a new and longer password';
  const screen = profileScreen(page);
  await page.goto('/profile');
  await screen.currentPassword.fill('not the password');
  await screen.newPassword.fill('too short');
  await screen.newPasswordAgain.fill('another one');
  await screen.changePassword.click();
  await expect(screen.currentPassword).toBeFocused();
  for (const field of [screen.currentPassword, screen.newPassword, screen.newPasswordAgain]) {
    await expect(field).toHaveAttribute('aria-invalid', 'true');
  }
  await expect(screen.currentPassword).toHaveValue('');
  await expect(screen.newPassword).toHaveValue('too short');

  await screen.currentPassword.fill(account.password);
  await screen.newPassword.fill(password);
  await screen.newPasswordAgain.fill(password);
  await screen.changePassword.click();
  await expect(screen.changed).toBeVisible();

  expect(await isSignedIn(other)).toBe(false);
  await openSession({ request: other }, { ...account, password });
  expect(await isSignedIn(other)).toBe(true);
  expect(await isSignedIn(page.request)).toBe(true);
  await other.dispose();
});

test('a user whose session ended signs in, returns, and finds the form as it was filled in', async ({
  page,
  context,
  account,
}) => {
  await openSession(page, account);
  await page.goto('/activations/new');
  const form = newActivationScreen(page);
  await form.deviceName.fill('Jane’s phone');
  await context.clearCookies();
  await form.show.click();
  await expect(form.refusal).toContainText('We’ve kept what you typed');
  await page.getByRole('link', { name: 'Sign in and come back' }).click();
  const { userId, password, signIn: press } = signInScreen(page);
  await userId.fill(account.userId);
  await password.fill(account.password);
  await press.click();
  await expect(page).toHaveURL(/\/activations\/new$/);
  await expect(form.deviceName).toHaveValue('Jane’s phone');
});

test('a user sees all sessions and ends another one, whose page is told at once', async ({
  page,
  account,
  browser,
  server,
}) => {
  await openSession(page, account);
  const firefox = { userAgent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0' };
  const other = await browser.newPage({ baseURL: server.url, ...firefox });
  await openSession(other, account);
  const third = await otherBrowser(server.url, account);
  await openActivation(other, 'Pixel 9');
  const screen = profileScreen(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/profile');
  await expect(screen.sessions).toHaveCount(3);
  await expect(screen.sessions.first()).toContainText('This one');
  await expect(screen.sessions.first()).toContainText(/on Linux.*127\.0\.0\.0\/24 · Password/s);
  await expect(screen.sessions.first().getByRole('button')).toHaveCount(0);
  expect(await findAccessibilityViolations(page)).toEqual([]);

  const status = other.waitForResponse((answer) => answer.url().includes('/status') && answer.status() === 401);
  const inFirefox = screen.sessions.filter({ hasText: 'Firefox on Windows' });
  await inFirefox.getByRole('button', { name: 'End session' }).click();
  await expect(screen.feedback).toContainText('Firefox on Windows is signed out.');
  await status;
  await expect(inFirefox).toHaveCount(0);
  expect(await isSignedIn(other.request)).toBe(false);

  await screen.stayHere.check();
  await screen.signOutEverywhere.click();
  await expect(screen.feedback).toContainText('You’re signed out in every other browser.');
  await expect(screen.sessions).toHaveCount(1);
  expect(await isSignedIn(third)).toBe(false);
  await page.goto('/');
  await expect(page.getByRole('region', { name: 'Recent activity' })).toContainText('You signed out everywhere else');
  await other.close();
  await third.dispose();
});

test('the latest lines of activity are shown, and older ones on demand', async ({ page, account }) => {
  for (let count = 0; count < 8; count++) await openSession(page, account);
  await page.goto('/');
  const activity = page.getByRole('region', { name: 'Recent activity' });
  const lines = activity.getByRole('listitem');
  await expect(lines).toHaveCount(6);
  await activity.getByRole('link', { name: 'Show more' }).click();
  await expect(lines.nth(7)).toBeVisible();
  await expect(activity.getByRole('link', { name: 'Show more' })).toBeHidden();
});

test('the helpdesk sees a user’s number of sessions, and ends all of them', async ({ page, account, server }) => {
  const persons = await otherBrowser(server.url, account);
  await openSession(page, staffAccount('helpdesk-agent'));
  await page.goto(`/helpdesk/users/${account.userId}`);
  const screen = userScreen(page);
  await expect(page.getByRole('main')).toContainText('1 session');
  await screen.signOutEverywhere.click();
  await screen.signThemOut.click();
  await expect(page.getByRole('main')).toContainText('Nowhere');
  expect(await isSignedIn(persons)).toBe(false);
  await persons.dispose();
});

test.describe('in a browser in Brussels', () => {
  test.use({ timezoneId: 'Europe/Brussels' });

  test('users have the time zone of their first browser, and find another by its city', async ({ page, account }) => {
    await openSession(page, account);
    const adopted = page.waitForResponse((answer) => answer.request().method() === 'POST' && answer.ok());
    await page.goto('/');
    await adopted;
    await page.goto('/profile');
    const { timeZone, saveTimeZone } = profileScreen(page);
    await expect(timeZone).toHaveValue('Brussels');
    await expect(page.getByRole('button', { name: /like this browser/ })).toBeHidden();

    await timeZone.fill('atlantis');
    await expect(page.getByText('Nothing found')).toBeVisible();
    await saveTimeZone.click();
    await expect(page.getByText('Choose a city from the list.')).toBeVisible();
    await expect(timeZone).toBeFocused();

    const cities = page.getByRole('listbox').getByRole('option');
    await timeZone.fill('kyi');
    await expect(cities).toHaveText(['KyivEurope']);
    await timeZone.press('ArrowDown');
    await expect(cities).toHaveAttribute('aria-selected', 'true');
    expect(await findAccessibilityViolations(page)).toEqual([]);
    await timeZone.press('Enter');
    await expect(timeZone).toHaveValue('Kyiv');
    await expect(cities).toHaveCount(0);
    await saveTimeZone.click();
    await expect(page.getByText('Time zone saved.')).toBeVisible();
    await page.reload();
    await expect(timeZone).toHaveValue('Kyiv');

    await page.getByRole('button', { name: 'Use Brussels, like this browser' }).click();
    await expect(timeZone).toHaveValue('Brussels');
    await expect(timeZone).toBeFocused();
    await page.goto('/');
    await expect(page.getByText('Your time zone for emails was changed to Europe/Kyiv')).toBeVisible();
  });
});
