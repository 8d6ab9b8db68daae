import { expect } from '@playwright/test';
import { names } from '@/lib/shared/names';
import { MINUTE } from '@/lib/shared/time/duration';
import { findAccessibilityViolations } from '../../support/browser/find-accessibility-violations';
import { SoftwareAuthenticator } from '@/lib/kit/door/software-authenticator';
import { test as clockTest } from '../fixtures/clock-test';
import { test } from '../fixtures/standard-test';
import { addPasskey, takeAnotherAuthenticator, withAuthenticator } from '../flows/add-passkey';
import { openSession } from '../flows/open-session';
import { devicesScreen } from '../screens/devices-screen';
import { passkeysScreen } from '../screens/accounts/passkeys-screen';
import { profileScreen } from '../screens/accounts/profile-screen';
import { signInScreen } from '../screens/accounts/sign-in-screen';

test('a passkey is added, renamed, signs in, and is removed', async ({ page, account }) => {
  await withAuthenticator(page);
  await openSession(page, account);
  await addPasskey(page, 'Laptop');
  const screen = passkeysScreen(page);
  await expect(screen.row('Laptop')).toContainText('never used');
  const [passkey] = await page.context().credentials.get();
  expect(passkey?.rpId).toBe('localhost');
  expect(await findAccessibilityViolations(page)).toEqual([]);
  await screen.openRename('Laptop').click();
  await screen.newName.fill('Work laptop');
  await screen.save.click();
  await expect(screen.feedback).toContainText('The new name is saved.');

  await page.context().clearCookies();
  await page.goto('/sign-in');
  expect(await findAccessibilityViolations(page)).toEqual([]);
  await screen.use.click();
  await expect(devicesScreen(page).heading).toBeVisible();
  await page.goto('/profile');
  await expect(profileScreen(page).sessions.filter({ hasText: 'This one' })).toContainText('Passkey');
  await expect(screen.row('Work laptop')).toContainText('last used');
  await screen.openRemove('Work laptop').click();
  await screen.remove.click();
  await expect(screen.feedback).toContainText('Work laptop is removed.');

  await page.context().clearCookies();
  await page.goto('/sign-in');
  await screen.use.click();
  await expect(screen.refusal).toContainText('That passkey didn’t work here.');
});

test('the autofill of the user ID signs in', async ({ page, account }) => {
  await withAuthenticator(page, { hasAutofill: true });
  await openSession(page, account);
  await addPasskey(page, 'Laptop');
  await page.context().clearCookies();
  await page.goto('/sign-in?next=/profile');
  await expect(page).toHaveURL(/\/profile$/);
});

test('threat: a stolen password: it removes no passkey, and the passkey confirms in place', async ({
  page,
  account,
}) => {
  await withAuthenticator(page);
  await openSession(page, account);
  await addPasskey(page, 'Laptop');
  const screen = passkeysScreen(page);
  await screen.openRemove('Laptop').click();
  expect(await findAccessibilityViolations(page)).toEqual([]);
  await screen.use.click();
  await expect(screen.feedback).toContainText('Laptop is removed.');
});

test('a user with two passkeys turns the password off, and sets one again with a passkey', async ({
  page,
  account,
}) => {
  await withAuthenticator(page);
  await openSession(page, account);
  await addPasskey(page, 'Laptop');
  const screen = passkeysScreen(page);
  await expect(screen.openTurnOff).toBeHidden();

  // The second one is in another authenticator; the first confirms it.
  await screen.name.fill('Tablet');
  await takeAnotherAuthenticator(page);
  const group = page.getByRole('group', { name: names.proof.confirm });
  await expect(group).toBeVisible();
  await expect(screen.refusal).toHaveCount(0);
  await group.getByRole('button', { name: names.proof.withPasskey }).click();
  await expect(screen.row('Tablet')).toBeVisible();

  await screen.openTurnOff.click();
  await screen.turnOff.click();
  await expect(screen.feedback).toContainText('Your password is off.');
  await expect(screen.setPassword).toBeVisible();

  await page.context().clearCookies();
  await page.goto('/sign-in');
  const form = signInScreen(page);
  await form.userId.fill(account.userId);
  await form.password.fill(account.password);
  await form.signIn.click();
  await expect(form.refusal).toContainText('That user ID and password don’t match.');
  await screen.use.click();
  await expect(devicesScreen(page).heading).toBeVisible();

  await page.goto('/profile');
  const profile = profileScreen(page);
  await profile.newPassword.fill('harbour lamp tortoise');
  await profile.newPasswordAgain.fill('harbour lamp tortoise');
  await screen.setPassword.click();
  await expect(screen.feedback).toContainText('Your password is set.');
  await page.context().clearCookies();
  await openSession(page, { ...account, password: 'harbour lamp tortoise' });
});

test('a browser without passkeys, and the site at another of its names, say so', async ({ page, server }) => {
  const elsewhere = new URL(server.url);
  elsewhere.hostname = '127.0.0.1';
  await page.goto(`${elsewhere.origin}/sign-in`);
  await expect(page.getByRole('link', { name: server.url })).toBeVisible();
  await page.addInitScript(() => Reflect.deleteProperty(window, 'PublicKeyCredential'));
  await page.goto('/sign-in');
  await expect(passkeysScreen(page).use).toBeDisabled();
  await expect(page.getByText('This browser has no passkeys.')).toBeVisible();
});

test('threat: an answer that is replayed, sent by another browser, or oversized', async ({ playwright, server }) => {
  const made = new SoftwareAuthenticator(server.url);
  const own = await playwright.request.newContext({ baseURL: server.url });
  const other = await playwright.request.newContext({ baseURL: server.url });
  const headers = { origin: server.url };
  const begin = async () =>
    (await (await own.post('/api/passkeys/sign-in', { headers })).json()) as { challenge: string; rpId: string };
  const send = async (request: typeof own, answer: string) => {
    const { csrfToken } = (await (await request.get('/api/auth/csrf')).json()) as { csrfToken: string };
    const response = await request.post('/api/auth/callback/passkey', {
      form: { csrfToken, json: 'true', answer },
      headers,
    });
    return response.status() === 413
      ? '413'
      : new URL(((await response.json()) as { url: string }).url).searchParams.get('error');
  };
  const answer = made.answer(await begin());
  // Nobody's passkey: the challenge is used up all the same.
  expect(await send(own, answer)).toBe('passkey-refused');
  expect(await send(own, answer)).toBe('passkey-refused');
  expect(await send(other, made.answer(await begin()))).toBe('passkey-refused');
  expect(await send(own, 'x'.repeat(10_000))).toBe('passkey-refused');
  expect(await send(own, 'x'.repeat(20_000))).toBe('413');
  for (const visitor of [own, other]) await visitor.dispose();
});

clockTest('a confirmation that is due takes a passkey in place of the password', async ({ page, account, server }) => {
  await withAuthenticator(page);
  await openSession(page, account);
  await addPasskey(page, 'Laptop');
  server.clock.advance(6 * MINUTE);
  await page.reload();
  const screen = passkeysScreen(page);
  await screen.openRemove('Laptop').click();
  await expect(page.getByLabel('Password', { exact: true })).toBeVisible();
  await screen.use.click();
  await expect(screen.feedback).toContainText('Laptop is removed.');
});

test('the passkeys fit on screens of 390 and of 1280 pixels', async ({ page, account }) => {
  await withAuthenticator(page);
  await openSession(page, account);
  await addPasskey(page, 'A_name_of_sixty-four_characters_that_has_no_space_in_it_at_all');
  await passkeysScreen(page).openRemove('A_name').click();
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    const overflow = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(await overflow(), `${width} pixels`).toBe(0);
  }
});
