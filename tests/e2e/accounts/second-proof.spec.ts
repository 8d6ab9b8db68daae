import { expect } from '@playwright/test';
import { findAccessibilityViolations } from '../../support/browser/find-accessibility-violations';
import { test } from '../fixtures/standard-test';
import { addDevice } from '../flows/add-device';
import { openDevice } from '../flows/open-device';
import { openSession } from '../flows/open-session';
import { readPhoneSignIn } from '../flows/start-phone-sign-in';
import { activationScreen } from '../screens/activation-screen';
import { authenticatorScreen } from '../screens/authenticator-screen';
import { newActivationScreen } from '../screens/new-activation-screen';

test('threat: a stolen password: a further device takes a one-time password of the first, and what was typed is kept', async ({
  page,
  account,
  phone,
}) => {
  await openSession(page, account);
  await addDevice(page, phone, 'First phone');
  await page.goto('/activations/new');
  const screen = newActivationScreen(page);
  await screen.deviceName.fill('Second phone');
  await screen.show.click();

  await expect(screen.refusal).toContainText('A password alone is not enough for this.');
  await expect(screen.deviceName).toHaveValue('Second phone');
  await expect(screen.secondProof).toContainText('Ask your helpdesk');
  expect(await findAccessibilityViolations(page)).toEqual([]);
  await screen.oneTimePassword.fill('000000');
  await screen.show.click();
  await expect(screen.refusal).toContainText('That code didn’t work.');
  await screen.oneTimePassword.fill(await phone.oneTimePassword());
  await screen.show.click();
  await expect(activationScreen(page).image).toBeVisible();
});

test('a further device is confirmed with the phone by image, and the form comes back with what was typed', async ({
  page,
  account,
  phone,
}) => {
  await openSession(page, account);
  await addDevice(page, phone, 'First phone');
  await page.goto('/activations/new');
  const screen = newActivationScreen(page);
  await screen.deviceName.fill('Second phone');
  await screen.show.click();
  await screen.confirmWithPhone.click();
  const { shot, number } = await readPhoneSignIn(page);
  const { code, output } = await phone.login(shot, number);
  expect(code, output).toBe(0);

  await expect(page).toHaveURL(/\/activations\/new$/);
  await expect(screen.deviceName).toHaveValue('Second phone');
  await screen.show.click();
  await expect(activationScreen(page).image).toBeVisible();
});

test('threat: a stolen password: it removes no device, and locks one at once', async ({ page, account, phone }) => {
  await openSession(page, account);
  await addDevice(page, phone, 'First phone');
  await openDevice(page, 'First phone');
  const screen = authenticatorScreen(page);
  await screen.openRemove.click();
  await screen.remove.click();
  await expect(screen.refusal).toContainText('A password alone is not enough for this.');
  await page.reload();
  await screen.openLock.click();
  await screen.lock.click();
  await expect(screen.feedback).toContainText('First phone is locked.');
});
