import { expect } from '@playwright/test';
import { readCredentials } from '../flows/read-credentials';
import { openSession } from '../flows/open-session';
import { openActivation } from '../flows/request-activation';
import { activationScreen } from '../screens/activation-screen';
import { devicesScreen } from '../screens/devices-screen';
import { test } from '../fixtures/test';

test('a cancellation hides and voids the image, and a new image works', async ({ page, account, phone }) => {
  await openSession(page, account);
  await openActivation(page);
  const { activationPassword } = await readCredentials(page);
  const screen = activationScreen(page);
  const shot = await page.screenshot();

  await screen.cancel.click();

  await expect(screen.newImage).toBeVisible();
  await expect(screen.image).toBeHidden();
  expect(await page.content()).not.toContain(activationPassword);
  const { code } = await phone.scanShot(shot);
  expect(code).not.toBe(0);

  await screen.newImage.click();
  await expect(screen.image).toBeVisible();
  const { code: scanned, output } = await phone.scan(page);
  expect(scanned, output).toBe(0);
  await expect(screen.activated).toBeVisible();
});

test('an activation can be cancelled while the phone waits for a PIN', async ({ page, account, phone, line }) => {
  await openSession(page, account);
  await openActivation(page);
  const activate = line.hold('MdlActivate');
  const scanning = phone.scan(page);
  await activate.arrival.opened;
  const screen = activationScreen(page);

  await screen.cancel.click();
  await expect(screen.newImage).toBeVisible();
  activate.release.open();

  const { code } = await scanning;
  expect(code).not.toBe(0);
  await page.goto('/');
  await expect(devicesScreen(page).heading).toBeVisible();
  await expect(devicesScreen(page).devices).toHaveCount(0);
});
