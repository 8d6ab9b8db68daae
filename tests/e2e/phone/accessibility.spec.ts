import { expect, type Page } from '@playwright/test';
import { findAccessibilityViolations } from '../../support/find-accessibility-violations';
import { addVirtualAuthenticator } from '../../support/virtual-authenticator';
import {
  activateByLink,
  confirmAndChoosePin,
  enterPin,
  openLinkOnPhone,
  openNextLinkOnPhone,
  PHONE_PIN,
  readLink,
} from '../flows/phone-activation';
import { scanSignIn, scanToRequest, wrongNumber } from '../flows/scan-sign-in';
import { startPhoneSignIn } from '../flows/start-phone-sign-in';
import { signIn } from '../flows/sign-in';
import { startActivation } from '../flows/start-activation';
import { activationScreen } from '../screens/activation-screen';
import { devicesScreen } from '../screens/devices-screen';
import { phoneApp } from '../screens/phone-app';
import { test } from './phone-test';

async function audit(phonePage: Page, screen: string): Promise<void> {
  expect.soft(await findAccessibilityViolations(phonePage), screen).toEqual([]);
  const overflow = await phonePage.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect.soft(overflow, `${screen}: to be scrolled sideways`).toBe(0);
}

async function pressByKeyboard(phonePage: Page, name: string): Promise<void> {
  const button = phonePage.getByRole('button', { name, exact: true });
  await expect(button).toBeVisible();
  for (let stops = 0; stops < 10; stops++) {
    if (await button.evaluate((element) => element === document.activeElement)) break;
    await phonePage.keyboard.press('Tab');
  }
  await expect(button).toBeFocused();
  await phonePage.keyboard.press('Enter');
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`no screen has a finding of the audit or has to be scrolled sideways at 320 pixels, ${colorScheme}`, async ({
    page,
    account,
    phonePage,
  }) => {
    test.slow();
    await phonePage.emulateMedia({ colorScheme });
    await phonePage.setViewportSize({ width: 320, height: 640 });
    await addVirtualAuthenticator(phonePage, { hasPrf: false });
    const app = phoneApp(phonePage);
    await phonePage.goto('/authenticator');
    await expect(app.heading('Welcome')).toBeVisible();
    await audit(phonePage, 'welcome');
    await app.scanCode.click();
    await audit(phonePage, 'scan');
    await app.typeCredentials.click();
    await app.continue.click();
    await audit(phonePage, 'typing, not filled in');
    await app.back.click();
    await app.cancel.click();
    await audit(phonePage, 'ask to cancel');
    await app.confirmCancel.click();
    await audit(phonePage, 'cancelled');

    await openLinkOnPhone(page, account, phonePage);
    await audit(phonePage, 'confirm');
    await phonePage.route('**/MdlAddDevice', (route) => route.abort());
    await app.activateThisPhone.click();
    await expect(app.tryAgain).toBeVisible();
    await audit(phonePage, 'stalled');
    await phonePage.unroute('**/MdlAddDevice');
    await app.tryAgain.click();
    await app.newPin.fill('1234');
    await app.continue.click();
    await audit(phonePage, 'weak PIN');
    await app.newPin.fill(PHONE_PIN);
    await app.continue.click();
    await audit(phonePage, 'PIN again');
    await app.pinAgain.fill(PHONE_PIN);
    await app.continue.click();
    await audit(phonePage, 'biometrics');
    await app.useBiometrics.click();
    await expect(app.useItAllTheSame).toBeVisible();
    await audit(phonePage, 'biometrics that only gate');
    await app.useItAllTheSame.click();
    await audit(phonePage, 'notifications');
    await app.notNow.click();
    await expect(app.heading('This phone is activated')).toBeVisible();
    await audit(phonePage, 'activated');
    await app.showOneTimePassword.click();
    await expect(app.oneTimePassword).toBeVisible();
    await audit(phonePage, 'one-time password');
    await app.settings.click();
    await audit(phonePage, 'settings');
    await app.remove.click();
    await enterPin(phonePage, '0000');
    await expect(app.refusal).toBeVisible();
    await audit(phonePage, 'wrong PIN');
    await enterPin(phonePage, PHONE_PIN);
    await expect(app.confirmRemove).toBeVisible();
    await audit(phonePage, 'remove');
  });
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the screens of a sign-in pass the audit at 320 pixels, ${colorScheme}`, async ({
    page,
    account,
    phonePage,
    phoneBrowser,
    signInPage,
  }) => {
    test.slow();
    await phonePage.emulateMedia({ colorScheme });
    await phonePage.setViewportSize({ width: 320, height: 640 });
    const app = phoneApp(phonePage);
    await activateByLink(page, account, phonePage);
    const wrong = await scanToRequest(signInPage, phonePage, phoneBrowser);
    await audit(phonePage, 'request');
    await app.number(await wrongNumber(phonePage, wrong)).click();
    await expect(app.heading('That was not the number')).toBeVisible();
    await audit(phonePage, 'sign-in failed');
    phoneBrowser.camera.showNothing();
    await app.scanAgain.click();
    await expect(app.heading('Scan the image')).toBeVisible();
    await audit(phonePage, 'scan, with an account');
    await app.back.click();
    await scanToRequest(signInPage, phonePage, phoneBrowser);
    await app.thatWasNotMe.click();
    await expect(app.heading('Thank you for reporting it')).toBeVisible();
    await audit(phonePage, 'reported');
    await app.done.click();

    await openNextLinkOnPhone(page, phonePage);
    await confirmAndChoosePin(phonePage);
    await app.notNow.click();
    await app.showOneTimePassword.click();
    await phonePage.route('**/authUser', (route) => route.abort());
    const number = await scanSignIn(signInPage, phonePage, phoneBrowser);
    await expect(app.heading('Which account?')).toBeVisible();
    await audit(phonePage, 'which account');
    await phonePage.getByRole('listitem').first().getByRole('button').click();
    await app.number(number).click();
    await expect(app.tryAgain).toBeVisible();
    await audit(phonePage, 'answer that did not arrive');
    await phonePage.unroute('**/authUser');
    await app.tryAgain.click();
    await expect(app.heading('Signed in')).toBeVisible();
    await audit(phonePage, 'signed in');
  });
}

test('a sign-in goes by keyboard alone, and every screen is heard', async ({
  page,
  account,
  phonePage,
  phoneBrowser,
  signInPage,
}) => {
  await activateByLink(page, account, phonePage);
  await phonePage.reload();
  const { number } = await startPhoneSignIn(signInPage);
  await phoneBrowser.pointCameraAt(signInPage);
  const app = phoneApp(phonePage);
  await pressByKeyboard(phonePage, 'Scan code');
  await expect(app.pin).toBeFocused();
  await phonePage.keyboard.type(PHONE_PIN);
  await phonePage.keyboard.press('Enter');
  await expect(app.heading('Is this your sign-in?')).toBeFocused();
  await pressByKeyboard(phonePage, number);
  await expect(app.heading('Signed in')).toBeFocused();
  await pressByKeyboard(phonePage, 'Done');
  await expect(app.heading('Your accounts')).toBeFocused();
  await expect(devicesScreen(signInPage).heading).toBeVisible();
});

test('the whole way goes by keyboard, and every screen is heard', async ({ page, account, phonePage }) => {
  await signIn(page, account);
  await startActivation(page);
  await phonePage.goto(await readLink(page));
  const app = phoneApp(phonePage);
  const press = async (name: string) => pressByKeyboard(phonePage, name);
  await press('Activate this phone');
  await expect(app.newPin).toBeFocused();
  await phonePage.keyboard.type(PHONE_PIN);
  await phonePage.keyboard.press('Enter');
  await expect(app.pinAgain).toBeFocused();
  await phonePage.keyboard.type(PHONE_PIN);
  await phonePage.keyboard.press('Enter');
  await expect(app.heading('Hear of login requests')).toBeFocused();
  await press('Not now');
  await expect(app.heading('This phone is activated')).toBeFocused();
  await expect(activationScreen(page).activated).toBeVisible();
  await press('Show the one-time password');
  await expect(app.heading('Your accounts')).toBeFocused();
  await expect(app.oneTimePassword).toBeVisible();
});
