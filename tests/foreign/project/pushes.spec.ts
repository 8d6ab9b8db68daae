import type { Page } from '@playwright/test';
import { PushService, TestPhone } from '@tessera-auth/kit/phone';
import { expect, fault, makePerson, KitPeople, names, Site, test } from '@tessera-auth/kit/playwright';
import { showImage } from './showing.js';

test.use({ receivesPushes: true });

/** Asks the phones of a person to sign in. @returns the number that the page shows */
async function sendToPhone(page: Page, { userId }: { userId: string }): Promise<string> {
  await page.goto('/sign-in/phone');
  await page.getByLabel(names.phoneSignIn.userId).fill(userId);
  await page.getByRole('button', { name: names.phoneSignIn.send }).click();
  await expect(page.getByText(names.phoneSignIn.lookAtPhone)).toBeVisible();
  return page.getByRole('status', { name: names.phoneSignIn.number }).innerText();
}

test('a phone whose app is closed is told of a sign-in, also where its push service failed once', async ({
  page,
  people,
  phone,
  pushes,
}) => {
  const pat = await people.make();
  await phone.seed(pat);
  const subscription = await pushes.subscribe(phone);
  pushes.once(fault.status(503));
  const number = await sendToPhone(page, pat);
  const { content, urgency, topic } = await subscription.next();
  expect(urgency).toBe('high');
  expect(topic).toMatch(/^[\w-]{32}$/);
  expect(content).toContain('Somebody is signing in');
  for (const secret of [pat.userId, phone.device.instanceId, pushes.service.url]) expect(content).not.toContain(secret);
  pushes.calls.verify('push', { status: 503, times: 1 });
  pushes.calls.verify('push', { status: 201, times: 1 });
  await phone.approve({ number });
  await expect(page.getByRole('link', { name: 'Seeded phone', exact: true })).toBeVisible();
});

test('a request that was withdrawn meanwhile reaches a phone without a network as its end alone', async ({
  page,
  people,
  phone,
  pushes,
  clock,
}) => {
  const pat = await people.make();
  await phone.seed(pat);
  const subscription = await pushes.subscribe(phone);
  subscription.goOffline();
  await sendToPhone(page, pat);
  await expect.poll(() => pushes.calls.count('push')).toBe(1);
  await page.getByRole('button', { name: names.phoneSignIn.cancel }).click();
  await expect.poll(() => pushes.calls.count('push')).toBe(2);
  expect(subscription.received).toEqual([]);
  await subscription.goOnline(clock.now());
  expect(subscription.received).toMatchObject([{ content: expect.stringContaining('This request has ended') }]);
});

test('a subscription that its push service has ended is tried once, and another phone is told as before', async ({
  page,
  people,
  phone,
  phones,
  pushes,
}) => {
  const pat = await people.make();
  await phone.seed(pat, 'First phone');
  const gone = await pushes.subscribe(phone);
  gone.unsubscribe();
  await sendToPhone(page, pat);
  await expect.poll(() => pushes.calls.list().map(({ status }) => status)).toEqual([410]);

  const second = await phones();
  await second.seed(pat, 'Second phone');
  const there = await pushes.subscribe(second);
  await sendToPhone(page, pat);
  await there.next(({ content }) => content?.includes('Somebody is signing in') ?? false);
  expect(pushes.calls.list().map(({ status }) => status)).toEqual([410, 201]);
  expect(gone.received).toEqual([]);
});

test('the phone app in a browser shows what it is sent, and its notification leads to the request', async ({
  page,
  people,
  pushes,
  browser,
  tessera,
}) => {
  const app = await browser.newPage({ baseURL: tessera.url });
  const push = await pushes.connect(app);
  const pat = await people.make();
  await people.signIn(page, pat);
  await showImage(page);
  await page.getByText(names.activation.cannotScan).click();
  const link = await page.getByRole('link', { name: names.activation.openHere }).getAttribute('href');
  await app.goto(link ?? '');
  const press = (name: string | RegExp) => app.getByRole('button', { name, exact: true }).click();
  await press(names.phoneApp.activateThisPhone);
  await app.getByLabel(names.phoneApp.newPin).fill('739164');
  await app.getByLabel(names.phoneApp.pinAgain).fill('739164');
  await press(names.phoneApp.showOneTimePassword);
  await press(/^Turn notifications on for /);
  await press(names.phoneApp.allowNotifications);
  await expect.poll(() => push.subscription).not.toBeNull();

  await app.goto('/icon.svg');
  await page.context().clearCookies();
  await sendToPhone(page, pat);
  const shown = () =>
    app.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration('/authenticator');
      const notifications = (await registration?.getNotifications()) ?? [];
      return notifications.map(({ title, data }) => ({
        title,
        request: (data as { loginRequest: string }).loginRequest,
      }));
    });
  await expect.poll(async () => (await shown()).map(({ title }) => title)).toEqual(['Somebody is signing in']);
  const [{ request } = { request: '' }] = await shown();
  // What a press on the notification opens.
  await app.goto(`/authenticator#login-request=${request}`);
  await app.getByLabel(/^PIN for /).fill('739164');
  await press(names.phoneApp.continue);
  await expect(app.getByRole('heading', { name: names.phoneApp.isThisYourSignIn })).toBeVisible();
  await app.close();
});

test('a phone of a suite without Playwright is reached by a push service that the site’s settings name', async ({
  browser,
}) => {
  const service = await PushService.open();
  const site = await Site.start({ env: { TESSERA_PUSH_HOSTS: new URL(service.url).host } });
  const phone = await TestPhone.at(site.url);
  try {
    const page = await browser.newPage({ baseURL: site.url });
    const pat = await makePerson(site);
    await new KitPeople(site).signIn(page, pat);
    await showImage(page);
    await phone.activate(page);
    const subscription = await phone.subscribeToPush(service);
    await page.context().clearCookies();
    await sendToPhone(page, pat);
    expect((await subscription.next()).content).toContain('Somebody is signing in');
    await phone.unsubscribeFromPush();
    await sendToPhone(page, pat);
    // The open app asks for its requests by itself.
    expect((await phone.receive()).request.origin).toBe(site.url);
    expect(service.calls.list().map(({ status }) => status)).toEqual([201]);
    await page.close();
  } finally {
    phone.close();
    await site.stop();
    await service.close();
  }
});

test.describe('a push service that was to fail', () => {
  test.fail('a fault that no push message meets fails its test', ({ pushes }) => {
    pushes.once(fault.status(410));
  });
});
