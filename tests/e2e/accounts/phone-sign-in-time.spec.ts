import { expect } from '@playwright/test';
import { MINUTE, SECOND } from '@/lib/shared/time/duration';
import { test } from '../fixtures/clock-test';
import { ownPhone } from '../flows/own-phone';
import { openDevice } from '../flows/open-device';
import { startPhoneSignIn } from '../flows/start-phone-sign-in';
import { openSession } from '../flows/open-session';
import { authenticatorScreen } from '../screens/authenticator-screen';
import { devicesScreen } from '../screens/devices-screen';
import { newActivationScreen } from '../screens/new-activation-screen';
import { phoneSignInScreen } from '../screens/accounts/phone-sign-in-screen';

test('the image expires after a minute, for the page, which renews it three times, and for the phone', async ({
  page,
  server,
  phone,
}) => {
  await ownPhone(server, phone);
  await page.clock.install();
  const askedAboutNewImage = () => page.waitForRequest(/\/status\?after=0$/);
  const passMinute = async () => {
    // The page first: an image that the server renewed before would be a minute old to it.
    const givenUp = page.waitForEvent('requestfailed');
    await page.clock.fastForward(MINUTE + SECOND);
    await givenUp;
    server.clock.advance(MINUTE + SECOND);
    await page.clock.fastForward(2 * SECOND);
  };
  const firstAsked = askedAboutNewImage();
  const { shot, number } = await startPhoneSignIn(page);
  await firstAsked;
  const screen = phoneSignInScreen(page);
  for (let renewal = 0; renewal < 3; renewal++) {
    const renewed = page.waitForResponse((response) => response.request().method() === 'POST');
    const asked = askedAboutNewImage();
    await passMinute();
    await renewed;
    await expect(screen.image).toBeVisible();
    await asked;
  }
  const { code, output } = await phone.login(shot, number);
  expect(code).toBe(1);
  expect(output).toContain('has ended');
  await passMinute();
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

test('threat: a stolen phone that was locked signs no one in', async ({ page, browser, server, account, phone }) => {
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
