import { expect } from '@playwright/test';
import { MINUTE, SECOND } from '@/lib/shared/time/duration';
import { test } from '../fixtures/clock-test';
import { decodeWithZxing } from '../../support/images/decode-with-zxing';
import { dumpDatabase } from '../../support/databases/dump-database';
import { filesContaining } from '../../support/files-containing';
import { ownPhone } from '../flows/own-phone';
import { openDevice } from '../flows/open-device';
import { startPhoneSignIn } from '../flows/start-phone-sign-in';
import { openSession } from '../flows/open-session';
import { test as isolated } from '../fixtures/isolated-test';
import { authenticatorScreen } from '../screens/authenticator-screen';
import { devicesScreen } from '../screens/devices-screen';
import { newActivationScreen } from '../screens/new-activation-screen';
import { phoneSignInScreen } from '../screens/phone-sign-in-screen';

test('the image expires after a minute, for the page, which renews it three times, and for the phone', async ({
  page,
  server,
  phone,
}) => {
  await ownPhone(server, phone);
  const { shot, number } = await startPhoneSignIn(page);
  const screen = phoneSignInScreen(page);
  for (let renewal = 0; renewal < 3; renewal++) {
    const renewed = page.waitForResponse((response) => response.request().method() === 'POST');
    server.clock.advance(MINUTE + SECOND);
    await renewed;
    await expect(screen.image).toBeVisible();
  }
  const { code, output } = await phone.login(shot, number);
  expect(code).toBe(1);
  expect(output).toContain('has ended');
  server.clock.advance(MINUTE + SECOND);
  await expect(screen.ended).toContainText('has expired');
  await expect(screen.image).toBeHidden();
  await screen.newImage.click();
  await expect(screen.image).toBeVisible();
});

test('a sign-in with the phone counts as fresh, and later the password is asked for all the same', async ({
  page,
  server,
  phone,
}) => {
  await ownPhone(server, phone);
  const { shot, number } = await startPhoneSignIn(page);
  expect((await phone.login(shot, number)).code).toBe(0);
  await expect(devicesScreen(page).heading).toBeVisible();
  const form = newActivationScreen(page);
  await page.goto('/activations/new');
  await expect(form.show).toBeVisible();
  await expect(form.password).toBeHidden();

  server.clock.advance(6 * MINUTE);
  await page.goto('/activations/new');
  await expect(form.password).toBeVisible();
});

test('threat: a stolen phone that was locked signs nobody in', async ({ page, browser, server, account, phone }) => {
  await ownPhone(server, phone, account);
  const owner = await browser.newPage({ baseURL: server.url });
  await openSession(owner, account);
  await openDevice(owner, 'Own phone');
  const screen = authenticatorScreen(owner);
  await screen.openLock.click();
  await screen.lock.click();
  await expect(screen.openUnlock).toBeVisible();

  const { shot, number } = await startPhoneSignIn(page);
  const { code, output } = await phone.login(shot, number);
  expect(code).toBe(1);
  expect(output).toContain('this device cannot be used');
  // It has not used the image up either.
  await expect(phoneSignInScreen(page).image).toBeVisible();
  await owner.close();
});

isolated(
  'neither the browser’s secret nor the image’s key is kept anywhere',
  async ({ page, context, server, phone }) => {
    await ownPhone(server, phone);
    const { shot, number } = await startPhoneSignIn(page);
    const challengeKey = /^01;90;(\w{32});/.exec(await decodeWithZxing(shot))?.[1];
    if (challengeKey === undefined) throw new Error('the image cannot be read');
    const cookie = (await context.cookies()).find(({ name }) => name === 'tessera.phone');
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/' });
    const secret = cookie?.value ?? '';
    expect(secret).toMatch(/^[\w-]{43}$/);
    expect((await phone.login(shot, number)).code).toBe(0);
    await expect(devicesScreen(page).heading).toBeVisible();
    expect((await context.cookies()).some(({ name }) => name === 'tessera.phone')).toBe(false);
    await server.stop();
    const rows = await dumpDatabase(server.dataDirectory);
    expect(rows).toContain('phone-sign-in-succeeded');
    for (const kept of [secret, challengeKey]) {
      expect(rows).not.toContain(kept);
      expect(server.output).not.toContain(kept);
      expect(filesContaining(server.dataDirectory, kept)).toEqual([]);
    }
  },
);
