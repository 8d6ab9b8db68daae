import { expect } from '@playwright/test';
import { tabTo } from '../../support/browser/tab-to';
import { activationScreen } from '../screens/activation-screen';
import { authenticatorScreen } from '../screens/authenticator-screen';
import { devicesScreen } from '../screens/devices-screen';
import { signInScreen } from '../screens/accounts/sign-in-screen';
import { test } from '../fixtures/test';

test('a device is activated with the keyboard alone', async ({ page, account, phone }) => {
  await page.goto('/sign-in');
  const signIn = signInScreen(page);
  await tabTo(page, signIn.userId);
  await page.keyboard.type(account.userId);
  await tabTo(page, signIn.password);
  await page.keyboard.type(account.password);
  await page.keyboard.press('Enter');

  await tabTo(page, devicesScreen(page).activate);
  await page.keyboard.press('Enter');

  const screen = activationScreen(page);
  await expect(screen.image).toBeVisible();
  await tabTo(page, screen.enlarge);
  await page.keyboard.press('Enter');
  await expect(screen.shrink).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(screen.enlarge).toBeFocused();
  await tabTo(page, screen.cannotScan);
  await page.keyboard.press('Enter');
  await expect(screen.activationPassword).toBeVisible();
  await tabTo(page, screen.cancel);
  await page.keyboard.press('Enter');
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText('Activation cancelled');
  await expect(heading).toBeFocused();
  await tabTo(page, screen.newImage);
  await page.keyboard.press('Enter');
  await expect(screen.image).toBeVisible();
  const { code, output } = await phone.scan(page);
  expect(code, output).toBe(0);
  await expect(screen.activated).toBeFocused();
  await expect(page).toHaveTitle(/✓ Device activated/);
  await tabTo(page, screen.oneTimePassword);
  await page.keyboard.type(await phone.oneTimePassword());
  await page.keyboard.press('Enter');
  await expect(authenticatorScreen(page).loginWorks).toBeVisible();
});

test('the focus can be seen wherever it is', async ({ page }) => {
  await page.goto('/sign-in');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to content' });
  await expect(skip).toBeFocused();
  expect((await skip.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  await tabTo(page, signInScreen(page).userId);
  const outline = await signInScreen(page).userId.evaluate((field) => getComputedStyle(field).outlineStyle);
  expect(outline).not.toBe('none');
});
