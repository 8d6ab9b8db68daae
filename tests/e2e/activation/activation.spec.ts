import { expect } from '@playwright/test';
import { addDevice } from '../flows/add-device';
import { openSession } from '../flows/open-session';
import { startActivation } from '../flows/start-activation';
import { activationScreen } from '../screens/activation-screen';
import { devicesScreen } from '../screens/devices-screen';
import { test } from '../fixtures/test';

test('a phone that reads the screenshot turns the open page to "Device activated", step by step', async ({
  page,
  account,
  phone,
  line,
}) => {
  await openSession(page, account);
  await startActivation(page, 'Work phone');
  const screen = activationScreen(page);
  // Lost at any reload or navigation.
  await page.evaluate(() => document.body.setAttribute('data-same-document', ''));
  const proof = line.hold('DSAPPSRPGenerateActivationData');
  const naming = line.hold('MdlAddDevice');
  const signature = line.hold('MdlActivate');

  const scanning = phone.scan(page);
  await proof.arrival.opened;
  await expect(screen.image).toBeHidden();
  proof.release.open();
  await naming.arrival.opened;
  naming.release.open();
  await signature.arrival.opened;
  await expect(screen.currentStep).toContainText('PIN');
  signature.release.open();

  const { code, output } = await scanning;
  expect(code, output).toBe(0);
  await expect(screen.activated).toBeVisible();
  await expect(page.locator('body[data-same-document]')).toBeAttached();
  await expect(screen.image).toBeHidden();
  await page.goto('/');
  await expect(devicesScreen(page).device('Work phone')).toBeVisible();
});

test('a second device gets the next number of the same licence', async ({ page, account, phone }) => {
  await openSession(page, account);
  await addDevice(page, phone, 'First');
  await addDevice(page, phone, 'Second');

  await page.goto('/');
  const first = devicesScreen(page).devices.filter({ hasText: 'First' });
  const second = devicesScreen(page).devices.filter({ hasText: 'Second' });
  await expect(first.getByRole('link')).toHaveAttribute('href', /VDS\d{7}-1$/);
  await expect(second.getByRole('link')).toHaveAttribute('href', /VDS\d{7}-2$/);
});
