import { expect } from '@playwright/test';
import { findAccessibilityViolations } from '../../support/browser/find-accessibility-violations';
import { enterPin, openLinkOnPhone, passPinPause, PHONE_PIN } from '../flows/phone-activation';
import { phoneApp } from '../screens/phone-app';
import { test } from '../fixtures/test';

test('a weak PIN is refused with the reason, a wrong second one keeps the first, and its last digit goes on', async ({
  page,
  account,
  phonePage,
}) => {
  await openLinkOnPhone(page, account, phonePage);
  const app = phoneApp(phonePage);
  await app.activateThisPhone.click();
  await expect(app.newPin).toBeFocused();
  const button = await app.continue.boundingBox();
  const height = phonePage.viewportSize()?.height ?? 0;
  expect(height - (button ? button.y + button.height : 0), 'from the button to the bottom').toBeLessThan(40);
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
  // The reason is there before the second is typed.
  await app.newPin.fill('1234');
  await app.pinAgain.focus();
  await expect(app.refusal).toContainText('count up or down');
  await app.newPin.fill(PHONE_PIN);
  await app.newPin.press('Enter');
  await expect(app.pinAgain).toBeFocused();
  await expect(app.refusal).toBeHidden();
  await app.pinAgain.pressSequentially('73916');
  await app.continue.click();
  await expect(app.refusal).toContainText('don’t match');
  await expect(app.pinAgain).toBeFocused();
  await expect(app.pinAgain).toHaveValue('');
  await app.pinAgain.pressSequentially('739165');
  await expect(app.refusal).toContainText('don’t match');
  await expect(app.pinAgain).toHaveValue('');
  await expect(app.newPin).toHaveValue(PHONE_PIN);
  expect(await findAccessibilityViolations(phonePage)).toEqual([]);
  await app.pinAgain.pressSequentially(PHONE_PIN);
  await expect(app.heading('This phone is activated')).toBeVisible();
});

test('the right PIN restores the tries, and five wrong ones, over reloads and tabs, erase the account and say so', async ({
  activatedPhone: phonePage,
  phoneContext,
}) => {
  const app = phoneApp(phonePage);
  await phonePage.clock.install();
  for (let round = 0; round < 2; round++) {
    await phonePage.reload();
    await app.showOneTimePassword.click();
    for (const left of ['4 tries', '3 tries']) {
      await enterPin(phonePage, '0000');
      await expect(app.refusal).toContainText(left);
      await passPinPause(phonePage);
    }
    await enterPin(phonePage, PHONE_PIN);
    await expect(app.oneTimePassword).toBeVisible();
  }

  await phonePage.reload();
  await app.showOneTimePassword.click();
  await enterPin(phonePage, '0000');
  await expect(app.refusal).toContainText('4 tries left before this phone erases the account');
  await passPinPause(phonePage);
  await app.pin.fill('0000');
  await phonePage.getByRole('button', { name: 'Show what is typed' }).click();
  await expect(app.pin).toHaveAttribute('type', 'text');
  await app.continue.click();
  await expect(app.refusal).toContainText('3 tries');
  await expect(app.pin).toHaveAttribute('type', 'password');
  await expect(phonePage.getByRole('button', { name: /^Try again in [1-5] s$/ })).toBeVisible();

  // The pause outlives a reload.
  await phonePage.reload();
  await app.showOneTimePassword.click();
  await expect(phonePage.getByRole('button', { name: /^Try again in [1-5] s$/ })).toBeVisible();
  await passPinPause(phonePage);
  await enterPin(phonePage, '0000');
  await expect(app.refusal).toContainText('2 tries');

  // And a way back.
  await app.back.click();
  await app.showOneTimePassword.click();
  await expect(phonePage.getByRole('button', { name: /^Try again in \d+ s$/ })).toBeVisible();
  await passPinPause(phonePage);

  const secondTab = await phoneContext.newPage();
  const second = phoneApp(secondTab);
  await secondTab.goto('/authenticator');
  await second.showOneTimePassword.click();
  await enterPin(secondTab, '0000');
  await expect(second.refusal).toContainText('1 try');
  await passPinPause(phonePage);
  await phonePage.bringToFront();

  await enterPin(phonePage, '0000');
  await expect(phonePage.getByText('The PIN was wrong five times')).toBeVisible();
  expect(await findAccessibilityViolations(phonePage)).toEqual([]);
  await expect(secondTab.getByText('The PIN was wrong five times')).toBeVisible();
  await phonePage.reload();
  await expect(phonePage.getByText('The PIN was wrong five times')).toBeVisible();
  await app.removeNotice.click();
  await expect(app.heading('Welcome')).toBeVisible();
});
