import { expect } from '@playwright/test';
import { findAccessibilityViolations } from '../../support/browser/find-accessibility-violations';
import { Phone } from '../../support/phones/phone';
import { addDevice } from '../flows/add-device';
import { openDevice } from '../flows/open-device';
import { openSession } from '../flows/open-session';
import { startActivation } from '../flows/start-activation';
import { activationScreen } from '../screens/activation-screen';
import { authenticatorScreen } from '../screens/authenticator-screen';
import { replacementScreen } from '../screens/replacement-screen';
import { test } from '../fixtures/test';

test('a user replaces a device, which works until the new one has passed a test, and can be restored', async ({
  page,
  account,
  phone: oldPhone,
  line,
}) => {
  const newPhone = new Phone(line.url);
  const device = authenticatorScreen(page);
  const replacement = replacementScreen(page);
  const tryLogin = async (phone: Phone) => {
    await device.oneTimePassword.fill(await phone.oneTimePassword());
    await device.testLogin.click();
  };
  await openSession(page, account);
  await addDevice(page, oldPhone, 'Old phone');
  await openDevice(page, 'Old phone');

  await replacement.open.click();
  await expect(replacement.start).toBeVisible();
  expect.soft(await findAccessibilityViolations(page), 'replacing').toEqual([]);
  await replacement.start.click();
  await expect(page).toHaveURL(/\/activations\/new/);
  await expect(page.getByText('Replacing Old phone', { exact: true })).toBeVisible();
  await expect(activationScreen(page).progress.getByRole('listitem')).toHaveText([
    'Now: Scan',
    'To do: Choose a PIN',
    'To do: Try it out',
    'To do: Old device retired',
  ]);
  await page.goto('/');
  await expect(replacement.progress.getByRole('listitem').first()).toHaveAttribute('aria-current', 'step');
  await openDevice(page, 'Old phone');
  await expect(replacement.underWay).toBeVisible();
  await startActivation(page, 'New phone');
  const { code, output } = await newPhone.scan(page);
  expect(code, output).toBe(0);
  await expect(activationScreen(page).activated).toBeVisible();
  await expect(activationScreen(page).currentStep).toContainText('Try it out');
  await expect(replacement.progress).toBeHidden();
  await expect(page.getByText('Try it out to finish replacing Old phone.')).toBeVisible();

  await openDevice(page, 'Old phone');
  await tryLogin(oldPhone);
  await expect(device.loginWorks).toBeVisible();
  await page.goto('/');
  await expect(page.getByText('Replacing Old phone', { exact: true })).toBeVisible();
  await page.getByRole('link', { name: 'Try New phone' }).click();
  await expect(replacement.oneStepLeft).toBeVisible();
  await tryLogin(newPhone);
  await expect(replacement.hasReplaced).toBeVisible();
  await page.goto('/');
  await expect(page.getByText('New phone has replaced Old phone', { exact: true })).toBeVisible();

  await openDevice(page, 'Old phone');
  await expect(replacement.wasReplaced).toBeVisible();
  await expect(device.openUnlock).toBeHidden();
  expect.soft(await findAccessibilityViolations(page), 'replaced').toEqual([]);
  await replacement.bringBack.click();
  await expect(device.openLock).toBeVisible();
  await expect(replacement.open).toBeVisible();
  newPhone.dispose();
});
