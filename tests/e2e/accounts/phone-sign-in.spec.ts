import { expect } from '@playwright/test';
import { anotherNumber } from '../../support/phones/login-device';
import { findAccessibilityViolations } from '../../support/browser/find-accessibility-violations';
import { Phone } from '../../support/phones/phone';
import { ownPhone } from '../flows/own-phone';
import { signIn } from '../flows/sign-in';
import { readPhoneSignIn, startPhoneSignIn } from '../flows/start-phone-sign-in';
import { devicesScreen } from '../screens/devices-screen';
import { activityLines } from '../screens/activity';
import { phoneSignInScreen } from '../screens/accounts/phone-sign-in-screen';
import { test } from '../fixtures/test';

test('an activated phone signs its user in on the open page, which shows the number and leads to the wanted page', async ({
  page,
  server,
  account,
  phone,
  line,
}) => {
  await ownPhone(server, phone, account);
  await page.goto('/profile');
  await expect(page).toHaveURL(/\/sign-in/);
  const screen = phoneSignInScreen(page);
  await screen.open.click();
  await expect(screen.image).toBeVisible();
  const loads: string[] = [];
  page.on('request', (request) => {
    if (request.isNavigationRequest()) loads.push(new URL(request.url()).pathname);
  });

  const { shot, number } = await readPhoneSignIn(page);
  const gate = line.hold('authUser');
  const running = phone.login(shot, number);
  await expect(screen.scanned).toBeVisible();
  await expect(screen.image).toBeHidden();
  await expect(screen.number).toHaveText(number);
  gate.release.open();
  const { code, output } = await running;
  expect(code, output).toBe(0);

  await expect(page).toHaveURL(/\/profile$/);
  expect(loads).toEqual(['/profile']);
  await page.goto('/');
  await expect(activityLines(page, 'You signed in with Own phone')).toBeVisible();
});

test('threat: relay: the phone shows which site asks and from where, and only the page shows the number', async ({
  page,
  server,
  account,
  phone,
}) => {
  await ownPhone(server, phone, account);
  const { shot, number } = await startPhoneSignIn(page);
  const { output } = await phone.login(shot, () => number);
  expect(output.replace(/\(\d+ s left\)/, '').replaceAll(account.userId, 'their user ID')).not.toMatch(
    new RegExp(`\\b${number}\\b`),
  );
  expect(output).toContain(`Sign in to ${server.url} as ${account.userId}?`);
  expect(output).toMatch(/Chrome on Linux, 127\.0\.0\.1 asks/);
  // A page that is closed on its way to another one may keep the browser from ever answering.
  await expect(devicesScreen(page).heading).toBeVisible();
});

test('threat: a wrong number ends the sign-in for good', async ({ page, server, account, phone }) => {
  await ownPhone(server, phone, account);
  const { shot, number } = await startPhoneSignIn(page);
  const wrong = await phone.login(shot, anotherNumber(number));
  expect(wrong.code).toBe(1);
  expect(wrong.output).toContain('That was not the number');
  await expect(phoneSignInScreen(page).ended).toContainText('Wrong number');

  const right = await phone.login(shot, number);
  expect(right.code, right.output).toBe(1);
  await page.goto('/');
  await expect(page).toHaveURL(/\/sign-in/);
  await signIn(page, account);
  await expect(activityLines(page, 'stopped: wrong number')).toBeVisible();
});

test('a cancellation on the phone ends the sign-in, a new image works, and "that wasn’t me" is shown with its origin', async ({
  page,
  server,
  account,
  phone,
}) => {
  await ownPhone(server, phone, account);
  const first = await startPhoneSignIn(page);
  expect((await phone.login(first.shot, 'cancel')).code).toBe(0);
  const screen = phoneSignInScreen(page);
  await expect(screen.ended).toContainText('Cancelled on the phone');

  await screen.newImage.click();
  await expect(screen.image).toBeVisible();
  const second = await readPhoneSignIn(page);
  const { code, output } = await phone.login(second.shot, second.number);
  expect(code, output).toBe(0);
  await expect(devicesScreen(page).heading).toBeVisible();
  await expect(activityLines(page, 'You cancelled a sign-in on your phone')).toBeVisible();

  await page.context().clearCookies();
  const third = await startPhoneSignIn(page);
  expect((await phone.login(third.shot, 'not-me')).code).toBe(0);
  await expect(screen.ended).toContainText('Reported on the phone');
  await signIn(page, account);
  await expect(activityLines(page, 'You rejected a sign-in on your phone: it wasn’t you')).toContainText('127.0.0.1');
});

test('a sign-in image is no activation image, a cancelled one cannot be answered, and the password still works', async ({
  page,
  server,
  account,
  phone,
}) => {
  await ownPhone(server, phone, account);
  const { shot, number } = await startPhoneSignIn(page);
  const scanned = await phone.scanShot(shot);
  expect(scanned.code).toBe(1);
  expect(scanned.output).toContain('This is not an activation');
  await expect(phoneSignInScreen(page).image).toBeVisible();

  await phoneSignInScreen(page).cancel.click();
  await expect(page).toHaveURL(/\/sign-in\?/);
  const { code, output } = await phone.login(shot, number);
  expect(code).toBe(1);
  expect(output).toContain('has ended');
  await signIn(page, account);
});

test('threat: race of two phones: the second reader is refused, and the first one signs in', async ({
  page,
  server,
  account,
  phone,
  line,
}) => {
  const other = new Phone(server.url);
  await ownPhone(server, phone, account);
  await ownPhone(server, other);
  const { shot, number } = await startPhoneSignIn(page);
  const gate = line.hold('authUser');
  const first = phone.login(shot, number);
  await expect(phoneSignInScreen(page).scanned).toBeVisible();

  const second = await other.login(shot, number);
  expect(second.code).toBe(1);
  expect(second.output).toContain('has ended');
  gate.release.open();
  expect((await first).code).toBe(0);
  await expect(devicesScreen(page).heading).toBeVisible();
  await expect(activityLines(page, 'You signed in with')).toBeVisible();
});

test('threat: session fixation: what a phone approves opens no other browser’s session', async ({
  page,
  browser,
  server,
  phone,
}) => {
  await ownPhone(server, phone);
  // A victim who does not look at the number approves what an attacker has shown them: still only the asking browser
  // gets the session, and whoever knows everything that can be seen of it does not.
  let status = '';
  page.on('request', (request) => {
    if (request.url().includes('/status')) status = request.url();
  });
  const { shot, number } = await startPhoneSignIn(page);
  await expect.poll(() => status).toContain('/api/phone-sign-in/phs-');
  await page.route('**/api/auth/**', (route) => route.abort());
  const stranger = await browser.newPage({ baseURL: server.url });
  expect((await stranger.request.get(status)).status()).toBe(404);
  expect((await phone.login(shot, number)).code).toBe(0);

  const own = await startPhoneSignIn(stranger);
  expect((await stranger.request.get(status)).status()).toBe(404);
  await stranger.request.get('/api/auth/csrf');
  const csrf: unknown = await (await stranger.request.get('/api/auth/csrf')).json();
  const form = { ...(csrf as { csrfToken: string }), json: 'true', id: new URL(status).pathname.split('/')[3] ?? '' };
  expect(
    (await stranger.request.post('/api/auth/callback/phone', { form, headers: { origin: server.url } })).status(),
  ).toBe(401);
  await stranger.goto('/');
  await expect(stranger).toHaveURL(/\/sign-in/);
  expect(own.number).toMatch(/\d\d/);
  await stranger.close();
});

test('the newest of two tabs works, the other one says so', async ({ page, context, server, phone }) => {
  await ownPhone(server, phone);
  const first = await startPhoneSignIn(page);
  const tab = await context.newPage();
  const second = await startPhoneSignIn(tab);
  await expect(phoneSignInScreen(page).ended).toContainText('no longer works');
  expect((await phone.login(first.shot, first.number)).code).toBe(1);
  expect((await phone.login(second.shot, second.number)).code).toBe(0);
  await expect(devicesScreen(tab).heading).toBeVisible();
});

test.describe('on a small screen', () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test('every control is reached with the keyboard, fits, and passes the accessibility audit', async ({ page }) => {
    const screen = phoneSignInScreen(page);
    const overflow = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    await page.goto('/sign-in');
    await screen.open.focus();
    await page.keyboard.press('Enter');
    await expect(screen.image).toBeVisible();
    expect(await findAccessibilityViolations(page)).toEqual([]);
    expect(await overflow()).toBe(0);
    expect((await screen.image.boundingBox())?.width).toBeGreaterThanOrEqual(272);

    await screen.userId.fill('no.such.person');
    await page.keyboard.press('Enter');
    await expect(screen.lookAtYourPhone).toBeVisible();
    expect(await findAccessibilityViolations(page)).toEqual([]);
    expect(await overflow()).toBe(0);
    await screen.showImage.focus();
    await page.keyboard.press('Enter');
    await expect(screen.image).toBeVisible();

    const other = await page.context().newPage();
    await startPhoneSignIn(other);
    await expect(screen.newImage).toBeVisible();
    expect(await findAccessibilityViolations(page)).toEqual([]);
    expect(await overflow()).toBe(0);
    await page.bringToFront();
    await screen.newImage.focus();
    await page.keyboard.press('Enter');
    await expect(screen.image).toBeVisible();
    // The button that was pressed has gone, and the focus with it.
    await expect(screen.heading).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(screen.cancel).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/sign-in\?/);
  });
});
