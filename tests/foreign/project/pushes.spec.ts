import { PushService, TestPhone } from '@tessera-auth/kit/phone';
import { expect, fault, makePerson, KitPeople, names, Site, test } from '@tessera-auth/kit/playwright';
import { sendToPhone } from './sending.js';
import { showImage } from './showing.js';

test.use({ receivesPushes: true });

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

test('a browser without notifications is named, and where to get one', async ({ page, pushes }) => {
  test.skip(!process.env['FOREIGN_BROWSER']?.endsWith('headless-shell'), 'this browser has them');
  await expect(pushes.connect(page)).rejects.toThrow("test.use({ channel: 'chromium' })");
});

test.describe('a push service that was to fail', () => {
  test.fail('a fault that no push message meets fails its test', ({ pushes }) => {
    pushes.once(fault.status(410));
  });
});
