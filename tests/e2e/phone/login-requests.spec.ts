import { expect, type BrowserContext, type Page } from '@playwright/test';
import { anotherNumber } from '../../support/phones/login-device';
import { findAccessibilityViolations } from '../../support/browser/find-accessibility-violations';
import { names } from '@/lib/shared/names';
import { activateByLink, activateWithNotifications, enterPin, PHONE_PIN } from '../flows/phone-activation';
import { typeNumber } from '../flows/scan-sign-in';
import { sendSignIn } from '../flows/send-sign-in';
import { devicesScreen } from '../screens/devices-screen';
import { phoneApp } from '../screens/phone-app';
import { phoneSignInScreen } from '../screens/accounts/phone-sign-in-screen';
import { test } from '../fixtures/test';

test.use({ isAppKept: true });

const INBOX = '/api/authenticator/login-requests';

/** The system notifications of the phone app, as the system has them. */
async function shownNotifications(phonePage: Page) {
  return phonePage.evaluate(async () => {
    const shown = await (await navigator.serviceWorker.ready).getNotifications();
    return shown.map(({ title, body, tag, data }) => ({ title, body, tag, data: data as { loginRequest: string } }));
  });
}

/** Presses the only notification. The browser has no way to do that from outside, so its event is made where it arrives. */
async function pressNotification(phoneContext: BrowserContext): Promise<void> {
  const [worker] = phoneContext.serviceWorkers();
  await worker?.evaluate(async () => {
    const scope = globalThis as unknown as ServiceWorkerGlobalScopeLike;
    const [notification] = await scope.registration.getNotifications();
    scope.dispatchEvent(new scope.NotificationEvent('notificationclick', { notification }));
  });
}

type ServiceWorkerGlobalScopeLike = EventTarget & {
  registration: ServiceWorkerRegistration;
  NotificationEvent: new (type: string, init: { notification: Notification | undefined }) => Event;
};

test('a sign-in that is sent shows a notification and a banner, and the right number signs in', async ({
  page,
  account,
  phonePage,
  phoneContext,
  signInPage,
}) => {
  await activateWithNotifications(page, account, phonePage);
  await phonePage.reload();
  const app = phoneApp(phonePage);
  await expect(app.showOneTimePassword).toBeVisible();
  const number = await sendSignIn(signInPage, account.userId);

  await expect(app.openRequest).toBeVisible();
  await expect.poll(async () => (await shownNotifications(phonePage)).length).toBe(1);
  const [notification] = await shownNotifications(phonePage);
  const { host } = new URL(phonePage.url());
  expect(notification?.body).toContain(host);
  // The port may contain the number.
  const rest = `${notification?.title} ${notification?.body?.replace(host, '')}`;
  for (const secret of [account.userId, number, 'VDS']) expect(rest).not.toContain(secret);

  expect(await findAccessibilityViolations(phonePage)).toEqual([]);
  await pressNotification(phoneContext);
  await expect(app.pin).toBeFocused();
  await enterPin(phonePage, PHONE_PIN);
  await expect(app.heading('Is this your sign-in?')).toBeVisible();
  const site = phoneSignInScreen(signInPage);
  await expect(site.readByPhone).toBeVisible();
  await typeNumber(phonePage, number);
  await expect(app.heading('Signed in')).toBeVisible();
  await expect(devicesScreen(signInPage).heading).toBeVisible();
  // The result goes by itself.
  await expect(app.heading('Your accounts')).toBeVisible();
  await expect(app.openRequest).toBeHidden();
  await expect.poll(async () => shownNotifications(phonePage)).toEqual([]);
});

test('two tabs ask once, and each leads to the request until it is answered', async ({
  page,
  account,
  phonePage,
  phoneContext,
  signInPage,
}) => {
  await activateWithNotifications(page, account, phonePage);
  const second = await phoneContext.newPage();
  const asked: string[] = [];
  second.on('request', (request) => {
    if (new URL(request.url()).pathname === INBOX) asked.push(request.url());
  });
  await second.goto('/authenticator');
  await expect(phoneApp(second).showOneTimePassword).toBeVisible();
  const number = await sendSignIn(signInPage, account.userId);
  await expect(phoneApp(second).openRequest).toBeVisible();
  expect(asked).toEqual([]);

  // The address that a pressed notification opens when the app is closed.
  await expect.poll(async () => (await shownNotifications(phonePage)).length).toBe(1);
  const [notification] = await shownNotifications(phonePage);
  const opened = await phoneContext.newPage();
  await opened.goto(`/authenticator#login-request=${notification?.data.loginRequest}`);
  await enterPin(opened, PHONE_PIN);
  await expect(phoneApp(opened).heading('Is this your sign-in?')).toBeVisible();
  await expect(phoneApp(phonePage).openRequest).toBeHidden();
  await expect(phoneApp(second).openRequest).toBeHidden();
  await typeNumber(opened, anotherNumber(number));
  await expect(phoneApp(opened).heading('Wrong number')).toBeVisible();
  await phoneApp(opened).close.click();
  const site = phoneSignInScreen(signInPage);
  await expect(site.ended).toContainText('Wrong number');
  await expect(site.sendAgain).toBeVisible();
  await expect(site.userId).toBeHidden();

  await opened.goto(`/authenticator#login-request=${notification?.data.loginRequest}`);
  await expect(phoneApp(opened).heading('This request has ended')).toBeVisible();
});

test('threat: users with a phone and unknown ones get the same page', async ({
  page,
  account,
  phonePage,
  signInPage,
}) => {
  await activateByLink(page, account, phonePage);
  const site = phoneSignInScreen(signInPage);
  const said: (string | null)[] = [];
  for (const userId of [account.userId, 'no.such.person']) {
    const number = await sendSignIn(signInPage, userId);
    expect(number).toMatch(/^[1-9]\d$/);
    said.push(((await signInPage.getByRole('main').textContent()) ?? '').replaceAll(/\d+/g, 'n'));
    await site.showImage.click();
    await expect(site.image).toBeVisible();
  }
  expect(said[1]).toBe(said[0]);
});

function bearer(address: string) {
  return { headers: { authorization: `Bearer ${address}` } };
}

test('threat: a pending request is not revealed without the address that a device has registered', async ({
  request,
}) => {
  expect((await request.get(INBOX)).status()).toBe(401);
  expect((await request.get(INBOX, bearer('web:00000000-0000-4000-8000-000000000000'))).status()).toBe(401);
  expect((await request.get(INBOX, bearer('x'.repeat(300)))).status()).toBe(401);
  expect((await request.get(`${INBOX}?known=x`, bearer('web:1'))).status()).toBe(400);
});

test('a phone without notifications signs in its own browser by one tap and its PIN, and goes on', async ({
  page,
  account,
  phoneContext: context,
  phonePage: app,
}) => {
  const signInPage = await context.newPage();
  const site = phoneSignInScreen(signInPage);
  await signInPage.goto('/sign-in/phone');
  await expect(site.send).toBeVisible();
  await expect(site.image).toBeHidden();
  await expect(site.withTheAppHere).toBeHidden();

  // A tab behind another draws once a second, and every press waits for that.
  await app.bringToFront();
  await activateByLink(page, account, app);
  await app.close();
  await signInPage.goto('/sign-in/phone?next=%2Fprofile');
  await expect(signInPage.getByText('This phone gets no requests: its notifications are off.')).toBeVisible();
  await expect(site.turnNotificationsOn).toHaveAttribute('href', '/authenticator');
  const presses = await countPresses(signInPage);
  await site.withTheAppHere.click();
  await expect(phoneApp(signInPage).heading(`Sign in as ${account.userId}?`)).toBeVisible();
  expect(await findAccessibilityViolations(signInPage)).toEqual([]);
  await phoneApp(signInPage).pin.fill(PHONE_PIN);
  await signInPage.getByRole('button', { name: names.phoneApp.signIn, exact: true }).click();
  await expect(signInPage).toHaveURL(/\/profile$/);
  expect(presses.length, 'one tap, and the one that ends the PIN').toBe(2);
});

test('a sign-in that the app leads back from is finished on a device that has a mouse by then', async ({
  page,
  account,
  phonePage: app,
}) => {
  await activateByLink(page, account, app);
  await app.goto('/sign-in/phone?next=%2Fprofile');
  await phoneSignInScreen(app).withTheAppHere.click();
  await phoneApp(app).pin.fill(PHONE_PIN);
  await app.addInitScript(() => {
    const ask = window.matchMedia.bind(window);
    window.matchMedia = (query) => ask(query.replace('coarse', 'fine and (width: 0)'));
  });
  const started: string[] = [];
  app.on('request', (request) => {
    if (request.headers()['next-action'] !== undefined) started.push(new URL(request.url()).pathname);
  });
  await app.getByRole('button', { name: names.phoneApp.signIn, exact: true }).click();
  await expect(app).toHaveURL(/\/profile$/);
  expect(started, 'another sign-in would take the place of this one').toEqual([]);
});

test('threat: relay: a link to a sign-in that another browser has started is not answered, and no PIN is asked for', async ({
  page,
  account,
  phoneContext: context,
  phonePage: app,
}) => {
  await activateByLink(page, account, app);
  const links: string[] = [];
  app.on('framenavigated', (frame) => links.push(frame.url()));
  await app.goto('/sign-in/phone');
  await phoneSignInScreen(app).withTheAppHere.click();
  await expect(phoneApp(app).heading(`Sign in as ${account.userId}?`)).toBeVisible();
  const link = links.find((url) => url.includes('#sign-in-here'));
  expect(link).toBeDefined();

  // To its site this browser now is any other: it has no cookie of the start.
  await context.clearCookies();
  const sent = await context.newPage();
  await sent.goto(link ?? '');
  await expect(phoneApp(sent).heading('This sign-in wasn’t started here')).toBeVisible();
  await expect(phoneApp(sent).pin).toHaveCount(0);
  expect(await findAccessibilityViolations(sent)).toEqual([]);
});

test('an open app shows a request although its notifications are off', async ({
  page,
  account,
  signInPage: asking,
  phonePage: app,
}) => {
  await activateByLink(page, account, app);
  await asking.goto('/sign-in/phone');
  const site = phoneSignInScreen(asking);
  await site.userId.fill(account.userId);
  await site.send.click();
  const phone = phoneApp(app);
  await phone.openRequest.click();
  await expect(phone.heading('Is this your sign-in?')).toBeVisible();
  expect(await findAccessibilityViolations(app)).toEqual([]);
  await typeNumber(app, (await site.number.textContent()) ?? '');
  await expect(phone.heading('Signed in')).toBeVisible();
  // A press anywhere ends it.
  await phone.heading('Signed in').click();
  await expect(phone.heading('Your accounts')).toBeVisible();
});

/** Presses of the page and of those that follow it in its tab. */
async function countPresses(page: Page): Promise<string[]> {
  const presses: string[] = [];
  await page.exposeFunction('notePress', (what: string) => presses.push(what));
  await page.addInitScript(listen);
  await page.evaluate(listen);
  return presses;
}

function listen(): void {
  addEventListener(
    'click',
    ({ target }) => {
      const { notePress } = window as unknown as { notePress: (what: string) => Promise<void> };
      void notePress(String((target as Element | null)?.textContent));
    },
    { capture: true },
  );
}
