import { expect } from '@playwright/test';
import { test as clockTest } from '../fixtures/clock-test';
import { addDevice } from '../flows/add-device';
import { openDevice } from '../flows/open-device';
import { openSession } from '../flows/open-session';
import { authenticatorScreen } from '../screens/authenticator-screen';
import { devicesScreen } from '../screens/devices-screen';
import { test } from '../fixtures/test';

test('a device can be renamed, locked, unlocked and removed, and the page confirms each', async ({
  page,
  account,
  phone,
}) => {
  await openSession(page, account);
  await addDevice(page, phone, 'Old name');
  await openDevice(page, 'Old name');
  const screen = authenticatorScreen(page);
  await expect(page).toHaveTitle(/^Old name/);
  await expect(page.getByText('Never used')).toBeVisible();

  await screen.openRename.click();
  await screen.name.fill('New name');
  await screen.rename.click();
  await expect(screen.heading).toHaveText('New name');
  await expect(screen.feedback).toHaveText('The new name is saved.');
  await expect(screen.name).toBeHidden();

  await screen.openLock.click();
  await screen.openRename.click();
  await expect(screen.lock).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(screen.name).toBeHidden();
  await expect(screen.openRename).toBeVisible();

  await screen.openLock.click();
  await expect(page.getByText('This is your only device.').first()).toBeVisible();
  await screen.lock.click();
  await expect(screen.feedback).toHaveText('New name is locked. It can’t sign in as you until you unlock it.');
  await expect(page.locator(':focus')).toContainText('New name is locked');
  await expect(screen.oneTimePassword).toBeHidden();

  await screen.openUnlock.click();
  await screen.unlock.click();
  // The sign-in was before the lock.
  await screen.password.fill(account.password);
  await screen.unlock.click();
  await expect(screen.feedback).toHaveText('New name is unlocked.');
  await screen.oneTimePassword.fill(await phone.oneTimePassword());
  await screen.testLogin.click();
  await expect(screen.loginWorks).toBeVisible();
  await expect(page.getByText('Never used')).toBeHidden();

  const address = page.url();
  await screen.openRemove.click();
  await expect(page.getByText('Remove New name? It can never sign in as you again.')).toBeVisible();
  await screen.remove.click();
  await expect(devicesScreen(page).heading).toBeVisible();
  await expect(screen.feedback).toHaveText('New name is removed.');
  await expect(devicesScreen(page).device('New name')).toHaveCount(0);
  expect((await page.goto(address))?.status()).toBe(404);
});

test('a form without a network keeps its page and fields, and says that nothing was sent', async ({
  page,
  context,
  account,
  phone,
}) => {
  await openSession(page, account);
  await addDevice(page, phone, 'Work phone');
  await openDevice(page, 'Work phone');
  const screen = authenticatorScreen(page);
  await screen.openRename.click();
  await screen.name.fill('Typed in a tunnel');
  await context.setOffline(true);
  await screen.rename.click();
  await expect(screen.refusal).toContainText('You seem to be offline. Nothing was sent.');
  await expect(screen.heading).toHaveText('Work phone');
  await expect(screen.name).toHaveValue('Typed in a tunnel');

  await context.setOffline(false);
  await screen.rename.click();
  await expect(screen.heading).toHaveText('Typed in a tunnel');
});

clockTest(
  'removing a device asks for the password when the sign-in is old',
  async ({ page, server, account, phone }) => {
    await openSession(page, account);
    await addDevice(page, phone, 'Work phone');
    server.clock.advance(6 * 60_000);
    await openDevice(page, 'Work phone');
    const screen = authenticatorScreen(page);
    await screen.openRemove.click();

    await screen.password.fill('not the password');
    await screen.remove.click();
    await expect(screen.refusal).toBeVisible();
    await expect(screen.password).toBeFocused();
    await expect(screen.password).toHaveValue('');
    await screen.password.fill(account.password);
    await screen.remove.click();

    await expect(devicesScreen(page).heading).toBeVisible();
    await expect(devicesScreen(page).device('Work phone')).toHaveCount(0);
  },
);
