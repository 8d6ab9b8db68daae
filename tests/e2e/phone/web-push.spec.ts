import { expect, type BrowserContext, type Page } from '@playwright/test';
import { fault } from '@/lib/kit/faults/fault';
import { PagePush } from '@/lib/kit/playwright/page-push';
import type { PushService } from '@/lib/kit/push/push-service';
import type { Server } from '@/lib/kit/server/server';
import { names } from '@/lib/shared/names';
import { findAccessibilityViolations } from '../../support/browser/find-accessibility-violations';
import { staffAccount, type Account } from '../fixtures/accounts';
import { createInvitation } from '../flows/create-invitation';
import { openSession } from '../flows/open-session';
import { invitationScreen } from '../screens/staff/invitation-screen';
import { notMeScreen } from '../screens/not-me-screen';
import { activateByLink, enterPin, PHONE_PIN, turnNotificationsOn } from '../flows/phone-activation';
import { sendSignIn } from '../flows/send-sign-in';
import { devicesScreen } from '../screens/devices-screen';
import { phoneApp } from '../screens/phone-app';
import { phoneSignInScreen } from '../screens/accounts/phone-sign-in-screen';
import { test } from '../fixtures/push-test';

test.use({ isAppKept: true });

/** Of the same site, but not the phone app. */
const ELSEWHERE = '/icon.svg';

type Shown = {
  title: string;
  body: string;
  tag: string;
  data: { kind: string | null; loginRequest: string | null; notMe?: string | null };
};

/** Activates a phone, which takes notifications from then on. */
async function activateReached(parts: {
  page: Page;
  account: Account;
  phonePage: Page;
  pushService: PushService;
  server: Pick<Server, 'url'>;
}): Promise<PagePush> {
  const { page, account, phonePage, pushService, server } = parts;
  const push = await PagePush.connect(phonePage, pushService, server.url);
  await activateByLink(page, account, phonePage);
  await turnNotificationsOn(phonePage);
  return push;
}

/** As the system has them, seen from any page of the site. */
async function shownNotifications(page: Page): Promise<Shown[]> {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration('/authenticator');
    const look = async () => (await registration?.getNotifications()) ?? [];
    const shown = await navigator.locks.request('authenticator-notifications', look);
    return shown.map(({ title, body, tag, data }) => ({ title, body, tag, data: data as Shown['data'] }));
  });
}

/** Has the worker note how the app's icon is marked; a browser without a desktop marks none. */
async function watchBadge(phoneContext: BrowserContext): Promise<() => Promise<number | undefined>> {
  const worker = phoneContext.serviceWorkers().find((one) => new URL(one.url()).pathname.startsWith('/authenticator'));
  if (!worker) throw new Error('the phone app has no worker');
  await worker.evaluate(() => {
    const noted = globalThis as unknown as { badge?: number };
    Object.assign(navigator, {
      setAppBadge: async (count: number) => void (noted.badge = count),
      clearAppBadge: async () => void (noted.badge = 0),
    });
  });
  return () => worker.evaluate(() => (globalThis as unknown as { badge?: number }).badge);
}

test('a sign-in reaches a closed app, its notification leads to the request, and its end replaces it', async ({
  page,
  account,
  phonePage,
  phoneContext,
  signInPage,
  pushService,
  server,
}) => {
  const push = await activateReached({ page, account, phonePage, pushService, server });
  expect(push.subscription).not.toBeNull();
  await phonePage.goto(ELSEWHERE);
  const badge = await watchBadge(phoneContext);

  const number = await sendSignIn(signInPage, account.userId);
  await expect.poll(async () => (await shownNotifications(phonePage)).length).toBe(1);
  const [notification] = await shownNotifications(phonePage);
  expect(notification?.title).toBe('Somebody is signing in');
  expect(notification?.data.kind).toBe('push-sign-in');
  for (const secret of [account.userId, number, 'VDS', '127.0.0.1'])
    expect(`${notification?.title} ${notification?.body}`).not.toContain(secret);
  await expect.poll(badge).toBe(1);

  await phoneSignInScreen(signInPage).cancel.click();
  await expect.poll(async () => (await shownNotifications(phonePage))[0]?.title).toBe('This request has ended');
  expect(await shownNotifications(phonePage)).toHaveLength(1);
  await expect.poll(badge).toBe(0);

  // The address that a pressed notification opens.
  await phonePage.goto(`/authenticator#login-request=${notification?.data.loginRequest}`);
  await expect(phoneApp(phonePage).heading('This request has ended')).toBeVisible();
  // The app has seen that nothing waits.
  await expect.poll(async () => shownNotifications(phonePage)).toEqual([]);
});

test('threat: an agent says that they called back — the owner’s phone opens “It wasn’t me”', async ({
  page,
  account,
  phonePage,
  pushService,
  server,
  browser,
}) => {
  await activateReached({ page, account, phonePage, pushService, server });
  const agent = await browser.newPage({ baseURL: server.url });
  await openSession(agent, staffAccount('helpdesk-agent'));
  const invitation = await createInvitation(agent, account.userId);
  await expect.poll(async () => (await shownNotifications(phonePage)).length).toBe(1);
  const [notification] = await shownNotifications(phonePage);
  expect(notification?.title).toBe('The helpdesk is setting up a new phone for you');
  for (const secret of [account.userId, 'VDS', 'T-4711', 'helpdesk-agent'])
    expect(`${notification?.title} ${notification?.body}`).not.toContain(secret);

  // The address that a pressed notification opens, in a browser in which nobody is signed in.
  await phonePage.goto(`/not-me#${notification?.data.notMe}`);
  const screen = notMeScreen(phonePage);
  await expect(phonePage.getByText('Somebody at the helpdesk')).toBeVisible();
  expect(await findAccessibilityViolations(phonePage)).toEqual([]);
  await screen.press.click();
  await expect(phonePage.getByText(names.notMe.told)).toBeVisible();
  await agent.goto(invitation);
  await expect(invitationScreen(agent).askToRevoke).toHaveCount(0);
  await agent.goto('/helpdesk/alarms');
  await expect(agent.getByRole('listitem').filter({ hasText: 'New activation after a call' })).toBeVisible();
  await agent.close();
});

test('an open app shows one notification and its banner, and answers by the two digits', async ({
  page,
  account,
  phonePage,
  signInPage,
  pushService,
  server,
}) => {
  await activateReached({ page, account, phonePage, pushService, server });
  const app = phoneApp(phonePage);
  await sendSignIn(signInPage, account.userId);
  await expect(app.openRequest).toBeVisible();
  await expect.poll(async () => (await shownNotifications(phonePage)).length).toBe(1);
  const [{ loginRequest } = { loginRequest: null }] = (await shownNotifications(phonePage)).map(({ data }) => data);
  await phonePage.goto(ELSEWHERE);
  await phonePage.goto(`/authenticator#login-request=${loginRequest}`);
  await enterPin(phonePage, PHONE_PIN);
  await expect(app.heading(names.phoneApp.isThisYourSignIn)).toBeVisible();
  await expect(phonePage.getByLabel(names.phoneApp.numberOfSignIn)).toBeVisible();
});

test('a push message shows a notification whatever it says, and one that is late does not undo an end', async ({
  page,
  account,
  phonePage,
  pushService,
  server,
}) => {
  const push = await activateReached({ page, account, phonePage, pushService, server });
  await phonePage.goto(ELSEWHERE);
  const unreadable = ['', 'not JSON', '[]', '{"web_push":8030}', '{"notification":{"title":""}}', 'null'];
  for (const data of unreadable) await push.deliver(data);
  await expect
    .poll(async () => (await shownNotifications(phonePage)).map(({ title }) => title))
    .toEqual(['Authenticator']);

  const id = 'a'.repeat(64);
  const message = (kind: string, title: string) =>
    JSON.stringify({ notification: { title, tag: `login-request-${id}`, data: { kind, loginRequest: id } } });
  await push.deliver(message('push-ended', 'Ended'));
  await push.deliver(message('push-sign-in', 'Late'));
  const titles = async () => (await shownNotifications(phonePage)).map(({ title }) => title).toSorted();
  await expect.poll(titles).toEqual(['Authenticator', 'Ended']);

  // What a message names as a request goes into an address.
  const forged = { title: 'Forged', tag: 'forged', data: { kind: 'push-sign-in', loginRequest: '#x"javascript:' } };
  await push.deliver(JSON.stringify({ notification: forged }));
  await expect
    .poll(async () => (await shownNotifications(phonePage)).find(({ tag }) => tag === 'forged')?.data.loginRequest)
    .toBeNull();
});

test('the settings say whether the phone is reached, and turn that off', async ({
  page,
  account,
  phonePage,
  signInPage,
  pushService,
  server,
}) => {
  const push = await activateReached({ page, account, phonePage, pushService, server });
  const app = phoneApp(phonePage);
  const subscription = push.subscription;
  await app.settings.click();
  await expect(phonePage.getByText('also while this app is closed')).toBeVisible();
  expect(await findAccessibilityViolations(phonePage)).toEqual([]);
  await app.turnNotificationsOff.click();
  await enterPin(phonePage, PHONE_PIN);
  await expect(app.notice.first()).toContainText('Notifications are off');
  await expect(app.turnNotificationsOn).toBeVisible();
  await sendSignIn(signInPage, account.userId);
  await app.back.click();
  await expect(app.openRequest).toBeVisible();
  expect(subscription?.received).toEqual([]);
});

test('website and phone send a test, and say when the phone is reached no more', async ({
  page,
  account,
  phonePage,
  pushService,
  server,
}) => {
  await activateReached({ page, account, phonePage, pushService, server });
  const app = phoneApp(phonePage);
  await app.settings.click();
  await app.sendTestNotification.click();
  await enterPin(phonePage, PHONE_PIN);
  await expect(app.notice.first()).toContainText('The notification appears in a moment');
  const titles = async () => (await shownNotifications(phonePage)).map(({ title }) => title);
  await expect.poll(titles).toEqual(['Notifications work']);

  await page.goto('/');
  await devicesScreen(page).devices.getByRole('link').first().click();
  const sendTest = page.getByRole('button', { name: names.deviceNotification.sendTest });
  await expect(page.getByText('Reached by notifications, also while the app is closed.')).toBeVisible();
  await sendTest.click();
  await expect(page.getByText('Handed to the phone’s notification service')).toBeVisible();
  expect(await findAccessibilityViolations(page)).toEqual([]);
  pushService.faults.once('push', fault.status(410));
  await sendTest.click();
  await expect(page.getByText('The phone is not reached any more')).toBeVisible();
  await expect(page.getByText('Not reached by notifications')).toBeVisible();
  await expect(sendTest).toBeHidden();
});

test('a phone whose browser has no push service says that it is reached only while it is open', async ({
  page,
  account,
  phonePage,
  phoneContext,
}) => {
  await phoneContext.grantPermissions(['notifications']);
  await activateByLink(page, account, phonePage);
  await phonePage.evaluate(() => {
    PushManager.prototype.subscribe = () => Promise.reject(new DOMException('there is none', 'AbortError'));
  });
  await turnNotificationsOn(phonePage);
  await phoneApp(phonePage).settings.click();
  await expect(phonePage.getByText('Notifications don’t reach it while it’s closed')).toBeVisible();
});
