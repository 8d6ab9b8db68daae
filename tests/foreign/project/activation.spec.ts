import { expect, names, test } from '@tessera-auth/kit/playwright';
import { showImage } from './showing.js';

test('the page follows the phone to the PIN and to the end', async ({ page, people, phone }) => {
  await people.signIn(page, await people.make());
  await showImage(page);
  const linked = await phone.link(page);
  await expect(page).toShowActivation('linked');
  const device = await linked.choosePin();
  await expect(page).toShowActivation('active');
  expect(device.issuer).toEqual({ kind: 'verified', origin: new URL(page.url()).origin });
  expect(phone.calls().map(({ name }) => name)).toEqual([
    'provisioning/DSAPPSRPGenerateEphemeralKey',
    'provisioning/DSAPPSRPGenerateActivationData',
    'provisioning/MdlAddDevice',
    'provisioning/MdlActivate',
    'notification/push/updateNotificationID',
  ]);
});

test(
  'an image in black and white activates a device, and proves no issuer',
  { tag: '@all' },
  async ({ page, people, phone }) => {
    await people.signIn(page, await people.make());
    await showImage(page);
    await page.getByText(names.activation.cannotScan).click();
    await page.getByRole('radio', { name: names.activation.kinds['black-and-white'] }).check({ force: true });
    const { issuer } = await phone.activate(page);
    expect(issuer).toMatchObject({ kind: 'not-verifiable', reason: 'no-signature' });
    await expect(page).toShowActivation('active');
  },
);

test(
  'a PIN that is easy to guess is refused, and another one goes on',
  { tag: '@all' },
  async ({ page, people, phone }) => {
    await people.signIn(page, await people.make());
    await showImage(page);
    const linked = await phone.link(page);
    await expect(linked.choosePin('123456')).rejects.toMatchObject({ code: 'pin-counts' });
    await linked.choosePin('864213');
    await expect(page).toShowActivation('active');
  },
);

test(
  'a phone without a network is activated by two images and two typed codes',
  { tag: '@all' },
  async ({ page, people, phone }) => {
    await people.signIn(page, await people.make());
    await showImage(page, 'offline');
    await phone.offline(page);
    await expect(page).toShowActivation('active');
    expect(phone.calls()).toEqual([]);
  },
);

test('an image that was cancelled activates nothing', { tag: '@all' }, async ({ page, people, phone }) => {
  await people.signIn(page, await people.make());
  await showImage(page);
  const shot = await page.screenshot();
  await page.getByRole('button', { name: names.activation.cancel }).click();
  await expect(page).toShowActivation('cancelled');
  await expect(phone.activate(shot)).rejects.toMatchObject({ code: 'registration-not-found' });
  expect(phone.devices).toEqual([]);
});

test('an image expires on the page and at the gateway when its time is over', async ({
  page,
  people,
  phone,
  clock,
}) => {
  await people.signIn(page, await people.make());
  await showImage(page);
  const shot = await page.screenshot();
  await clock.advance(10 * 60_000);
  await expect(page).toShowActivation('expired');
  await expect(phone.activate(shot)).rejects.toMatchObject({ name: 'PhoneRefused' });
});

test('a seeded device takes part in a test a moment later', async ({ page, people, phone }) => {
  const pat = await people.make();
  const device = await phone.seed(pat, 'Seeded phone');
  expect(device.userId).toBe(pat.userId);
  await people.signIn(page, pat);
  await page.goto('/');
  await page.getByRole('link', { name: 'Seeded phone', exact: true }).click();
  await page.getByLabel(names.testLogin.oneTimePassword).fill(await phone.otp());
  await page.getByRole('button', { name: names.testLogin.tryOut }).click();
  await expect(page.getByText(names.testLogin.works)).toBeVisible();
});

test('the image of a replacement is seen whole on a low screen', async ({ page, people, phone, phones }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  const pat = await people.make();
  const { instanceId } = await phone.seed(pat, 'Old phone');
  await people.signIn(page, pat);
  await page.goto(`/authenticators/${instanceId}/replace`);
  await page.getByRole('button', { name: names.replacement.start }).click();
  await page.getByRole('button', { name: names.newActivation.show }).click();
  await expect(page.getByRole('img', { name: names.activation.image })).toBeInViewport({ ratio: 1 });
  const replacement = await phones();
  await replacement.activate(page);
  await expect(page).toShowActivation('active');
});

test('a phone scrolls to an image below the fold', { tag: '@all' }, async ({ page, people, phone }) => {
  await page.setViewportSize({ width: 1280, height: 420 });
  await people.signIn(page, await people.make());
  await showImage(page);
  await expect(page.getByRole('img', { name: names.activation.image })).not.toBeInViewport({ ratio: 1 });
  await phone.activate(page);
  await expect(page).toShowActivation('active');
});

test('two phones of one person have devices of their own', async ({ page, people, phone, phones }) => {
  const pat = await people.make();
  const second = await phones({ name: 'Second phone' });
  await phone.seed(pat, 'First');
  await second.seed(pat, 'Second');
  expect(second.device.instanceId).not.toBe(phone.device.instanceId);
  await people.signIn(page, pat);
  await page.goto('/');
  const devices = page.getByRole('region', { name: names.devices.devices }).getByRole('listitem');
  await expect(devices).toHaveText([/Second/, /First/]);
});
