import { expect } from '@playwright/test';
import { test as clockTest } from '../fixtures/clock-test';
import { activateDevice } from '../flows/activate-device';
import { openDevice } from '../flows/open-device';
import { openSession } from '../flows/open-session';
import { authenticatorScreen } from '../screens/authenticator-screen';
import { devicesScreen } from '../screens/devices-screen';
import { test } from '../fixtures/test';

test('a device can be renamed, locked, unlocked and removed', async ({ page, account, phone }) => {
  await openSession(page, account);
  await activateDevice(page, phone, 'Old name');
  await openDevice(page, 'Old name');
  const screen = authenticatorScreen(page);

  await screen.openRename.click();
  await screen.name.fill('New name');
  await screen.rename.click();
  await expect(screen.heading).toHaveText('New name');

  await screen.openLock.click();
  await screen.lock.click();
  await expect(screen.openUnlock).toBeVisible();
  await screen.oneTimePassword.fill(await phone.oneTimePassword());
  await screen.testLogin.click();
  await expect(screen.verdict).toContainText('locked');

  await screen.openUnlock.click();
  await screen.unlock.click();
  await expect(screen.openLock).toBeVisible();
  await screen.oneTimePassword.fill(await phone.oneTimePassword());
  await screen.testLogin.click();
  await expect(screen.loginWorks).toBeVisible();

  const address = page.url();
  await screen.openRemove.click();
  await screen.remove.click();
  await expect(devicesScreen(page).heading).toBeVisible();
  await expect(devicesScreen(page).device('New name')).toHaveCount(0);
  expect((await page.goto(address))?.status()).toBe(404);
});

clockTest(
  'removing a device asks for the password when the sign-in is old',
  async ({ page, server, account, phone }) => {
    await openSession(page, account);
    await activateDevice(page, phone, 'Work phone');
    server.clock.advance(6 * 60_000);
    await openDevice(page, 'Work phone');
    const screen = authenticatorScreen(page);
    await screen.openRemove.click();

    await screen.password.fill('not the password');
    await screen.remove.click();
    await expect(screen.refusal).toBeVisible();
    await screen.password.fill(account.password);
    await screen.remove.click();

    await expect(devicesScreen(page).heading).toBeVisible();
    await expect(devicesScreen(page).device('Work phone')).toHaveCount(0);
  },
);
