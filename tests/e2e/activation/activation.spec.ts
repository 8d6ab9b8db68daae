import { expect } from '@playwright/test';
import { activateDevice } from '../flows/activate-device';
import { openSession } from '../flows/open-session';
import { startActivation } from '../flows/start-activation';
import { activationScreen } from '../screens/activation-screen';
import { devicesScreen } from '../screens/devices-screen';
import { test } from '../fixtures/test';

test('a phone that reads the screenshot turns the open page to "Device activated"', async ({
  page,
  account,
  phone,
}) => {
  await openSession(page, account);
  await startActivation(page, 'Work phone');
  const screen = activationScreen(page);
  // Lost at any reload or navigation.
  await page.evaluate(() => document.body.setAttribute('data-same-document', ''));

  const { code, output } = await phone.scan(page);

  expect(code, output).toBe(0);
  await expect(screen.activated).toBeVisible();
  await expect(page.locator('body[data-same-document]')).toBeAttached();
  await expect(screen.image).toBeHidden();
  await page.goto('/');
  await expect(devicesScreen(page).device('Work phone')).toBeVisible();
});

test('the page shows each step while it happens', async ({ page, account, phone, line }) => {
  await openSession(page, account);
  await startActivation(page);
  const screen = activationScreen(page);
  const gates = (['DSAPPSRPGenerateActivationData', 'MdlAddDevice', 'MdlActivate'] as const).map((service) =>
    line.hold(service),
  );
  const [keyExchange, addDevice, activate] = gates;

  const scanning = phone.scan(page);
  await keyExchange?.arrival.opened;
  await expect(screen.image).toBeHidden();
  keyExchange?.release.open();
  await addDevice?.arrival.opened;
  addDevice?.release.open();
  await activate?.arrival.opened;
  await expect(screen.currentStep).toContainText('PIN');
  activate?.release.open();

  await scanning;
  await expect(screen.activated).toBeVisible();
});

test('a second device gets the next number of the same licence', async ({ page, account, phone }) => {
  await openSession(page, account);
  await activateDevice(page, phone, 'First');
  await activateDevice(page, phone, 'Second');

  await page.goto('/');
  const first = devicesScreen(page).devices.filter({ hasText: 'First' });
  const second = devicesScreen(page).devices.filter({ hasText: 'Second' });
  await expect(first).toContainText(/VDS\d{7}-1/);
  await expect(second).toContainText(/VDS\d{7}-2/);
});
