import { expect, type Page, type Route } from '@playwright/test';
import { anotherNumber } from '../../support/phones/login-device';
import { Latch } from '@/lib/kit/latch';
import { addVirtualAuthenticator } from '../../support/phones/virtual-authenticator';
import { auditScreen, showSmall } from '../flows/audit-screen';
import {
  activateByLink,
  activateNextByLink,
  confirmAndChoosePin,
  enterPin,
  openLinkOnPhone,
  passPinPause,
  PHONE_PIN,
  readLink,
} from '../flows/phone-activation';
import { scanSignIn, scanToRequest, typeNumber } from '../flows/scan-sign-in';
import { startPhoneSignIn } from '../flows/start-phone-sign-in';
import { openSession } from '../flows/open-session';
import { openActivation } from '../flows/request-activation';
import { activationScreen } from '../screens/activation-screen';
import { devicesScreen } from '../screens/devices-screen';
import { phoneApp } from '../screens/phone-app';
import { test } from '../fixtures/test';

/** A website that is to be asked again so late that it is left to the person. */
const BUSY = { status: 503, headers: { 'retry-after': '60' }, body: '' };

/** Lets the next request of this name wait until the latch is opened, and then fail. */
async function hold(phonePage: Page, name: string): Promise<Latch> {
  const held = new Latch();
  const fail = async (route: Route) => {
    await held.opened;
    await route.fulfill(BUSY);
  };
  await phonePage.route(`**/${name}`, fail, { times: 1 });
  return held;
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

test('no screen has a finding of the audit or has to be scrolled sideways at 320 pixels', async ({
  page,
  account,
  phonePage,
}) => {
  test.slow();
  await showSmall(phonePage);
  await addVirtualAuthenticator(phonePage, { hasPrf: false });
  const app = phoneApp(phonePage);
  await phonePage.goto('/authenticator');
  await expect(app.heading('Welcome')).toBeVisible();
  await auditScreen(phonePage, 'welcome');
  await app.scanCode.click();
  await auditScreen(phonePage, 'scan');
  await phonePage.goto('/authenticator#lunch');
  await expect(app.notice).toContainText('isn’t for this app');
  await auditScreen(phonePage, 'scan, with a code that is none');
  await app.typeValues.click();
  await app.continue.click();
  await auditScreen(phonePage, 'typing, not filled in');
  for (const field of await phonePage.getByRole('textbox').all()) await field.fill('A');
  await app.continue.click();
  await expect(app.refusal).toContainText('The check letter doesn’t match');
  await auditScreen(phonePage, 'typing, with a wrong letter');
  await app.back.click();
  await app.cancel.click();
  await auditScreen(phonePage, 'ask to cancel');
  await app.confirmCancel.click();
  await auditScreen(phonePage, 'cancelled');

  await openLinkOnPhone(page, account, phonePage);
  await auditScreen(phonePage, 'confirm');
  const linking = await hold(phonePage, 'MdlAddDevice');
  await app.activateThisPhone.click();
  await expect(app.heading('Setting up your phone')).toBeVisible();
  await auditScreen(phonePage, 'progress');
  linking.open();
  await expect(app.tryAgain).toBeVisible();
  await auditScreen(phonePage, 'stalled');
  await app.tryAgain.click();
  await expect(app.newPin).toBeVisible();
  await auditScreen(phonePage, 'PIN');
  await app.newPin.fill('1234');
  await app.continue.click();
  await auditScreen(phonePage, 'weak PIN');
  await app.newPin.fill(PHONE_PIN);
  await app.pinAgain.fill('739165');
  await expect(app.refusal).toContainText('don’t match');
  await auditScreen(phonePage, 'PIN that differs');
  await app.pinAgain.fill(PHONE_PIN);
  await auditScreen(phonePage, 'biometrics');
  await app.useBiometrics.click();
  await expect(app.useItAnyway).toBeVisible();
  await auditScreen(phonePage, 'biometrics that only gate');
  const finishing = await hold(phonePage, 'MdlActivate');
  await app.useItAnyway.click();
  await expect(app.heading('Finishing the activation')).toBeVisible();
  await auditScreen(phonePage, 'finishing');
  finishing.open();
  await app.tryAgain.click();
  await expect(app.heading('This phone is activated')).toBeVisible();
  await auditScreen(phonePage, 'activated');
  await app.showOneTimePassword.click();
  await expect(app.oneTimePassword).toBeVisible();
  await auditScreen(phonePage, 'one-time password');
  await phonePage.reload();
  await expect(app.showOneTimePassword).toBeVisible();
  await auditScreen(phonePage, 'accounts');
  await app.showOneTimePassword.click();
  await expect(app.fingerprint).toBeVisible();
  await auditScreen(phonePage, 'unlock');
  await app.back.click();
});

test.describe('with notifications', () => {
  test.use({ isAppKept: true });

  test('no screen of the settings has a finding, or has to be scrolled sideways', async ({
    page,
    account,
    phonePage,
  }) => {
    test.slow();
    await showSmall(phonePage);
    await addVirtualAuthenticator(phonePage, { hasPrf: true });
    const app = phoneApp(phonePage);
    await openLinkOnPhone(page, account, phonePage);
    await confirmAndChoosePin(phonePage);
    await app.useBiometrics.click();
    await app.showOneTimePassword.click();
    await app.settings.click();
    await auditScreen(phonePage, 'settings');
    await app.turnBiometricsOff.click();
    await enterPin(phonePage, PHONE_PIN);
    await expect(app.turnBiometricsOn).toBeVisible();
    await auditScreen(phonePage, 'biometrics off');
    await app.turnBiometricsOn.click();
    await enterPin(phonePage, PHONE_PIN);
    await expect(app.useBiometrics).toBeVisible();
    await auditScreen(phonePage, 'biometrics, later');
    await app.cancel.click();
    await app.changePin.click();
    await enterPin(phonePage, PHONE_PIN);
    await expect(app.newPin).toBeVisible();
    await auditScreen(phonePage, 'another PIN');
    await app.back.click();
    await app.turnNotificationsOn.click();
    await enterPin(phonePage, PHONE_PIN);
    await expect(app.allowNotifications).toBeVisible();
    await auditScreen(phonePage, 'notifications, later');
    await phonePage.route('**/updateNotificationID', (route) => route.abort(), { times: 1 });
    await app.allowNotifications.click();
    await expect(app.heading('No connection')).toBeVisible();
    await auditScreen(phonePage, 'notifications that could not be turned on');
    await app.tryAgain.click();
    await expect(app.notice.first()).toContainText('Notifications are on');
    await auditScreen(phonePage, 'settings, with notifications on');
    await app.remove.click();
    await phonePage.clock.install();
    await enterPin(phonePage, '0000');
    await expect(app.refusal).toBeVisible();
    await auditScreen(phonePage, 'wrong PIN');
    await passPinPause(phonePage);
    await enterPin(phonePage, PHONE_PIN);
    await expect(app.confirmRemove).toBeVisible();
    await auditScreen(phonePage, 'remove');
    await app.keepIt.click();
    await app.back.click();
    await expect(app.heading('Your accounts')).toBeVisible();
    await auditScreen(phonePage, 'accounts, with notifications on');
  });
});

test('one phone holds several accounts, asks which one signs in, and its screens pass the audit at 320 pixels', async ({
  page,
  account,
  phonePage,
  phoneBrowser,
  signInPage,
}) => {
  test.slow();
  await showSmall(phonePage);
  const app = phoneApp(phonePage);
  await activateByLink(page, account, phonePage);
  await scanToRequest(signInPage, phonePage, phoneBrowser);
  await auditScreen(phonePage, 'request');
  await typeNumber(phonePage, '4');
  await expect(app.refusal).toBeVisible();
  await auditScreen(phonePage, 'request, with half a number');
  await app.thatWasNotMe.click();
  await expect(app.heading('Thank you for reporting it')).toBeVisible();
  await auditScreen(phonePage, 'reported');
  await app.done.click();

  await activateNextByLink(page, phonePage);
  for (const name of ['Tessera', 'Tessera 2'])
    await expect(phonePage.getByRole('heading', { name, exact: true })).toBeVisible();
  // Both are of one domain, which tells nothing apart.
  await expect(phonePage.getByText(account.userId, { exact: true })).toHaveCount(2);
  await expect(phonePage.getByText(/example\.org/)).toHaveCount(0);
  await phonePage.route('**/authUser', (route) => route.fulfill(BUSY));
  const number = await scanSignIn(signInPage, phonePage, phoneBrowser);
  await expect(app.heading('Which account?')).toBeVisible();
  await auditScreen(phonePage, 'which account');
  await phonePage.getByRole('listitem').first().getByRole('button').click();
  await typeNumber(phonePage, number);
  await expect(app.tryAgain).toBeVisible();
  await auditScreen(phonePage, 'answer that did not arrive');
  await phonePage.unroute('**/authUser');
  await app.tryAgain.click();
  await expect(app.heading('Signed in')).toBeVisible();
  await auditScreen(phonePage, 'signed in');
  await app.done.click();

  await expect(devicesScreen(signInPage).heading).toBeVisible();
  await signInPage.context().clearCookies();
  const shown = await scanSignIn(signInPage, phonePage, phoneBrowser);
  await phonePage.getByRole('listitem').first().getByRole('button').click();
  await typeNumber(phonePage, anotherNumber(shown));
  await expect(app.heading('Wrong number')).toBeVisible();
  await auditScreen(phonePage, 'sign-in failed');
  phoneBrowser.camera.showNothing();
  await app.scanAgain.click();
  await expect(app.heading('Scan the image')).toBeVisible();
  await auditScreen(phonePage, 'scan, with an account');
});

test('an activation and a sign-in go by keyboard alone, and every screen is heard', async ({
  page,
  account,
  phonePage,
  phoneBrowser,
  signInPage,
}) => {
  await openSession(page, account);
  await openActivation(page);
  await phonePage.goto(await readLink(page));
  const app = phoneApp(phonePage);
  const press = async (name: string) => pressByKeyboard(phonePage, name);
  await press('Activate this phone');
  await expect(app.newPin).toBeFocused();
  await phonePage.keyboard.type(PHONE_PIN);
  await phonePage.keyboard.press('Enter');
  await expect(app.pinAgain).toBeFocused();
  await phonePage.keyboard.type(PHONE_PIN);
  await expect(app.heading('This phone is activated')).toBeFocused();
  await expect(activationScreen(page).activated).toBeVisible();
  await press('Show the one-time password');
  await expect(app.heading('Your accounts')).toBeFocused();
  await expect(app.oneTimePassword).toBeVisible();

  await phonePage.reload();
  const { number } = await startPhoneSignIn(signInPage);
  await phoneBrowser.pointCameraAt(signInPage);
  await press('Scan code');
  await expect(app.pin).toBeFocused();
  await phonePage.keyboard.type(PHONE_PIN);
  await phonePage.keyboard.press('Enter');
  await expect(app.number).toBeFocused();
  await phonePage.keyboard.type(number);
  await phonePage.keyboard.press('Enter');
  await expect(app.heading('Signed in')).toBeFocused();
  await press('Done');
  await expect(app.heading('Your accounts')).toBeFocused();
  await expect(devicesScreen(signInPage).heading).toBeVisible();
});
