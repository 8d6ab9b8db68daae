import { expect } from '@playwright/test';
import { findAccessibilityViolations } from '../../support/browser/find-accessibility-violations';
import { enterPin, PHONE_PIN } from '../flows/phone-activation';
import { phoneApp } from '../screens/phone-app';
import { test } from '../fixtures/test';

test('weak PINs are refused with the reason, and two that differ start again', async ({ askingPhone: phonePage }) => {
  const app = phoneApp(phonePage);
  await app.activateThisPhone.click();
  for (const [pin, reason] of [
    ['123', 'too short'],
    ['1234', 'count up or down'],
    ['1212', 'repeats itself'],
    ['241284', 'a birthday or another date'],
  ] as const) {
    await app.newPin.fill(pin);
    await app.continue.click();
    await expect(app.refusal).toContainText(reason);
    await expect(app.newPin).toBeFocused();
  }
  await app.newPin.fill(PHONE_PIN);
  await app.continue.click();
  await app.pinAgain.fill('739165');
  await app.continue.click();
  await expect(app.refusal).toContainText('not the same');
  await expect(app.newPin).toBeVisible();
});

test('five wrong PINs, over a reload and a second tab, erase the account and say so', async ({
  activatedPhone: phonePage,
  phoneContext,
}) => {
  const app = phoneApp(phonePage);
  await phonePage.reload();
  await app.showOneTimePassword.click();
  await enterPin(phonePage, '0000');
  await expect(app.refusal).toContainText('4 tries');
  await enterPin(phonePage, '0000');
  await expect(app.refusal).toContainText('3 tries');

  await phonePage.reload();
  await app.showOneTimePassword.click();
  await enterPin(phonePage, '0000');
  await expect(app.refusal).toContainText('2 tries');

  const secondTab = await phoneContext.newPage();
  const second = phoneApp(secondTab);
  await secondTab.goto('/authenticator');
  await second.showOneTimePassword.click();
  await enterPin(secondTab, '0000');
  await expect(second.refusal).toContainText('One try is left');

  await enterPin(phonePage, '0000');
  await expect(phonePage.getByText('The PIN was wrong five times')).toBeVisible();
  expect(await findAccessibilityViolations(phonePage)).toEqual([]);
  await expect(secondTab.getByText('The PIN was wrong five times')).toBeVisible();
  await phonePage.reload();
  await expect(phonePage.getByText('The PIN was wrong five times')).toBeVisible();
  await app.removeNotice.click();
  await expect(app.heading('Welcome')).toBeVisible();
});

test('the right PIN gives the tries back', async ({ activatedPhone: phonePage }) => {
  const app = phoneApp(phonePage);
  for (let round = 0; round < 2; round++) {
    await phonePage.reload();
    await app.showOneTimePassword.click();
    for (const left of ['4 tries', '3 tries', '2 tries']) {
      await enterPin(phonePage, '0000');
      await expect(app.refusal).toContainText(left);
    }
    await enterPin(phonePage, PHONE_PIN);
    await expect(app.oneTimePassword).toBeVisible();
  }
});
