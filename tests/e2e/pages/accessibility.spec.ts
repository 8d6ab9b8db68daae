import { expect } from '@playwright/test';
import { findAccessibilityViolations } from '../../support/browser/find-accessibility-violations';
import { activateDevice } from '../flows/activate-device';
import { openDevice } from '../flows/open-device';
import { signIn } from '../flows/sign-in';
import { startActivation } from '../flows/start-activation';
import { activationScreen } from '../screens/activation-screen';
import { test } from '../fixtures/test';

test('no page has a finding of the accessibility audit', async ({ page, account, phone }) => {
  await page.goto('/sign-in');
  expect.soft(await findAccessibilityViolations(page, true), 'sign-in').toEqual([]);
  await signIn(page, account);
  expect.soft(await findAccessibilityViolations(page, true), 'no devices').toEqual([]);
  for (const path of ['/activations/new', '/profile', '/profile/not-me', '/no/such/page']) {
    await page.goto(path);
    expect.soft(await findAccessibilityViolations(page, true), path).toEqual([]);
  }
  await startActivation(page, 'Audited phone');
  await activationScreen(page).cannotScan.click();
  expect.soft(await findAccessibilityViolations(page, true), 'activation with its image').toEqual([]);
  await activationScreen(page).cancel.click();
  await expect(activationScreen(page).newImage).toBeVisible();
  expect.soft(await findAccessibilityViolations(page, true), 'cancelled activation').toEqual([]);
  await startActivation(page, 'Audited phone', 'offline');
  await activationScreen(page).deviceCode.fill('1'.repeat(26));
  await activationScreen(page).showSecondImage.click();
  await expect(activationScreen(page).refusal).toBeVisible();
  expect.soft(await findAccessibilityViolations(page, true), 'offline activation').toEqual([]);
  await activationScreen(page).cancel.click();
  await expect(activationScreen(page).newImage).toBeVisible();
  await activateDevice(page, phone, 'Audited phone');
  expect.soft(await findAccessibilityViolations(page, true), 'device activated').toEqual([]);
  await page.goto('/');
  expect.soft(await findAccessibilityViolations(page, true), 'devices').toEqual([]);
  await openDevice(page, 'Audited phone');
  expect.soft(await findAccessibilityViolations(page, true), 'device').toEqual([]);
});
