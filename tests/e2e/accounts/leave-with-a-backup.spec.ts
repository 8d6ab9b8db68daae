import { expect } from '@playwright/test';
import { names } from '@/lib/names';
import { findAccessibilityViolations } from '../../support/browser/find-accessibility-violations';
import { test } from '../fixtures/standard-test';
import { openAnotherSession, openSession } from '../flows/open-session';
import { activationScreen } from '../screens/activation-screen';
import { newActivationScreen } from '../screens/new-activation-screen';
import { recoveryCodeScreen } from '../screens/accounts/recovery-code-screen';

test.beforeEach(async ({ page, account, phone }) => {
  await openSession(page, account);
  await page.goto('/activations/new');
  const start = newActivationScreen(page);
  await start.deviceName.fill('Pixel 9');
  await start.show.click();
  const screen = activationScreen(page);
  await expect(screen.image).toBeVisible();
  const { code, output } = await phone.scan(page);
  expect(code, output).toBe(0);
  await expect(screen.activated).toBeVisible();
});

test('a user who has just activated a first device makes a recovery code without another proof', async ({ page }) => {
  await expect(page.getByText('Pixel 9 works.')).toBeVisible();
  const backups = page.getByRole('region', { name: 'If this phone is lost' });
  await expect(backups.getByRole('listitem')).toHaveCount(3);
  expect(await findAccessibilityViolations(page)).toEqual([]);
  await backups.getByRole('link', { name: names.recoveryCode.make }).click();
  const recovery = recoveryCodeScreen(page);
  await recovery.make.click();
  await expect(recovery.code).toHaveText(/^(\w{4}-){3}\w{4}$/);
  expect(await findAccessibilityViolations(page)).toEqual([]);
  await page.getByRole('link', { name: names.recoveryCode.kept }).click();
  await expect(page.getByText('1 of 3 ways back')).toBeVisible();
  await page.getByText('My phone is lost').click();
  await expect(page.locator('[data-loss=phone]').getByText('the code on paper: a few minutes')).toBeVisible();
  expect(await findAccessibilityViolations(page)).toEqual([]);
});

test('a user who has just activated a first device adds a passkey of this computer in one press', async ({ page }) => {
  await page.context().credentials.install();
  const backups = page.getByRole('region', { name: 'If this phone is lost' });
  await backups.getByRole('button', { name: names.passkeys.add }).click();
  await expect(backups.locator('[data-backup=passkey]')).toContainText('Ready');
  await page.getByRole('link', { name: names.activation.finish, exact: true }).click();
  await expect(page.getByRole('heading', { name: '1 of 3 ways back' })).toBeVisible();
});

test('threat: a stolen password: another session of a user who has just activated a device makes no recovery code', async ({
  page,
  account,
}) => {
  await openAnotherSession(page, account);
  await page.goto('/profile/recovery-code');
  const recovery = recoveryCodeScreen(page);
  await recovery.make.click();
  await expect(recovery.code).toHaveCount(0);
  await expect(recovery.oneTimePassword).toBeVisible();
});

test('a try-out that passed gives way to its success, which takes the focus', async ({ page, phone }) => {
  await page.getByLabel(names.testLogin.oneTimePassword).fill(await phone.oneTimePassword());
  await page.getByRole('button', { name: names.testLogin.tryOut }).click();
  const works = page.getByRole('status', { name: names.testLogin.works });
  await expect(works).toBeFocused();
  await expect(page.getByLabel(names.testLogin.oneTimePassword)).toHaveCount(0);
});
