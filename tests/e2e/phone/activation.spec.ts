import { expect } from '@playwright/test';
import { findAccessibilityViolations } from '../../support/browser/find-accessibility-violations';
import { Latch } from '@/lib/kit/latch';
import { addVirtualAuthenticator } from '../../support/phones/virtual-authenticator';
import {
  choosePin,
  confirmAndChoosePin,
  enterPin,
  openLinkOnPhone,
  PHONE_PIN,
  readLink,
} from '../flows/phone-activation';
import { openSession } from '../flows/open-session';
import { expectActive, openActivation } from '../flows/request-activation';
import { startActivation } from '../flows/start-activation';
import { activationScreen } from '../screens/activation-screen';
import { phoneApp } from '../screens/phone-app';
import { test } from '../fixtures/test';

test('the camera reads the site’s page, and both show the same picture and say that the device is activated', async ({
  page,
  server,
  account,
  phonePage,
  phoneBrowser,
}) => {
  await openSession(page, account);
  await startActivation(page);
  const site = activationScreen(page);
  const app = phoneApp(phonePage);
  await phonePage.goto('/authenticator');
  await phoneBrowser.pointCameraAt(page);
  await app.scanCode.click();
  await expect(app.heading('Is this you?')).toBeVisible();
  await expect(phonePage.getByText(account.userId)).toBeVisible();
  await expect(phonePage.getByText(`Issued by ${server.url}`)).toBeVisible();
  await app.activateThisPhone.click();

  await expect(app.heading('Choose a PIN')).toBeVisible();
  await expect(site.currentStep).toContainText('PIN');
  const begun = (await site.mosaic.getAttribute('aria-label')) ?? '';
  expect(begun).toMatch(/^(Row \d: \w+( \w+)?, \w+( \w+)?, \w+ \w+\. ?){3}$/);
  await expect(app.mosaic).toHaveAttribute('aria-label', begun);
  expect.soft(await findAccessibilityViolations(page), 'the page’s picture').toEqual([]);
  expect.soft(await findAccessibilityViolations(phonePage), 'the phone’s picture').toEqual([]);
  await choosePin(phonePage);

  await expect(app.heading('This phone is activated')).toBeVisible();
  await expect(site.activated).toBeVisible();
  const whole = (await app.mosaic.getAttribute('aria-label')) ?? '';
  // The middle tile was still to come.
  expect(whole.replace(/(Row 2: \w+ \w+, )\w+ \w+/, '$1empty')).toBe(begun);
  await expect(site.mosaic).toHaveAttribute('aria-label', whole);
  await page.reload();
  await expect(site.mosaic).toHaveAttribute('aria-label', whole);
  await app.showOneTimePassword.click();
  await expect(app.oneTimePassword).toBeVisible();
});

test('a link on the same device lands where a scan does, and leaves no trace in the address', async ({
  page,
  account,
  phonePage,
}) => {
  await openSession(page, account);
  await openActivation(page);
  const link = await readLink(page);
  const app = phoneApp(phonePage);
  await phonePage.goto('/authenticator');
  await expect(app.heading('Welcome')).toBeVisible();
  await phonePage.goto(link);
  await expect(app.heading('Is this you?')).toBeVisible();
  expect(new URL(phonePage.url()).hash).toBe('');
  await phonePage.reload();
  await expect(app.scanCode).toBeVisible();
});

/** A link that was opened for somebody else. */
const OTHER_LINK = `/authenticator#${encodeURIComponent('01;01;max.poe;example.org;Xk29aLm4;Rt7Qp2Zd')}`;

test('a link that is followed while another activation is under way asks which one it is to be', async ({
  page,
  askingPhone: phonePage,
}) => {
  const app = phoneApp(phonePage);
  await app.activateThisPhone.click();
  await expect(app.newPin).toBeVisible();
  await phonePage.goto(OTHER_LINK);
  await expect(phonePage.getByText('You opened a link to another activation')).toBeVisible();
  expect(await findAccessibilityViolations(phonePage)).toEqual([]);
  await app.keepGoing.click();
  await expect(app.newPin).toBeVisible();

  await phonePage.goto(OTHER_LINK);
  await app.confirmCancel.click();
  await expect(phonePage.getByText('the website has ended the activation')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Activation cancelled' })).toBeVisible();
  await app.continueWithTheOther.click();
  await expect(app.heading('Is this you?')).toBeVisible();
  await expect(phonePage.getByText('max.poe')).toBeVisible();
  // Once more the same link: its activation is the one on the screen.
  await phonePage.goto(OTHER_LINK);
  await app.cancel.click();
  await expect(app.heading('Cancel the activation?')).toBeVisible();
  await app.confirmCancel.click();
  await phonePage.goto(OTHER_LINK);
  await expect(app.heading('Is this you?')).toBeVisible();
});

test('a fingerprint without a secret only gates the screen, and notifications are asked for after the activation', async ({
  page,
  account,
  phonePage,
  phoneContext,
}) => {
  // Without a screen the browser answers its own question with no.
  await phoneContext.clearPermissions();
  await addVirtualAuthenticator(phonePage, { hasPrf: false });
  const app = phoneApp(phonePage);
  await openLinkOnPhone(page, account, phonePage);
  await confirmAndChoosePin(phonePage);
  await app.useBiometrics.click();
  await expect(phonePage.getByText('can’t lock your key with it')).toBeVisible();
  await app.useItAnyway.click();
  await expect(app.heading('This phone is activated')).toBeVisible();
  await app.showOneTimePassword.click();
  await app.turnNotificationsOnHere.click();
  await app.allowNotifications.click();
  await expect(app.notice).toContainText('doesn’t allow notifications');
  expect(await findAccessibilityViolations(phonePage)).toEqual([]);
  await app.continueWithout.click();
  await expect(app.heading('Your accounts')).toBeVisible();

  await phonePage.reload();
  await app.showOneTimePassword.click();
  await app.fingerprint.click();
  await expect(app.oneTimePassword).toBeVisible();
});

test('the fingerprint can be skipped, and a phone that has blocked notifications for good is never asked', async ({
  page,
  account,
  server,
  phoneBrowser,
}) => {
  const phone = await phoneBrowser.newPhone({ baseURL: server.url, permissions: ['camera'] });
  const phonePage = await phone.newPage();
  await addVirtualAuthenticator(phonePage, { hasPrf: true });
  const app = phoneApp(phonePage);
  await openLinkOnPhone(page, account, phonePage);
  await confirmAndChoosePin(phonePage);
  await app.skip.click();
  await expect(app.heading('This phone is activated')).toBeVisible();
  await phonePage.reload();
  await app.showOneTimePassword.click();
  await expect(app.pin).toBeVisible();
  await expect(app.fingerprint).toBeHidden();
  await enterPin(phonePage, PHONE_PIN);
  await expect(app.turnNotificationsOnHere).toBeHidden();
  await app.settings.click();
  await expect(phonePage.getByText('this browser’s settings forbid')).toBeVisible();
  await expect(app.turnNotificationsOn).toBeHidden();
  await phone.close();
});

test.describe('on a phone that keeps the app', () => {
  test.use({ isAppKept: true });

  test('a link that is followed while the app is starting is not lost', async ({ phonePage, phoneContext }) => {
    const app = phoneApp(phonePage);
    const held = new Latch();
    await phonePage.route('**/_next/static/**', async (route) => {
      await held.opened;
      await route.continue();
    });
    await phonePage.goto('/authenticator', { waitUntil: 'commit' });
    await phonePage.evaluate((link) => location.assign(link), OTHER_LINK);
    held.open();
    await expect(app.heading('Is this you?')).toBeVisible();

    // The moment before the router writes the address that it has started with.
    const starting = await phoneContext.newPage();
    await starting.addInitScript((link) => {
      history.replaceState = (...change) => {
        Reflect.deleteProperty(history, 'replaceState');
        location.assign(link);
        history.replaceState(...change);
      };
    }, OTHER_LINK);
    await starting.goto('/authenticator');
    await expect(phoneApp(starting).heading('Is this you?')).toBeVisible();
    expect(new URL(starting.url()).hash).toBe('');

    // The service worker answers with the page that it keeps.
    await starting.evaluate(() => navigator.serviceWorker.ready);
    await phoneContext.setOffline(true);
    const offline = await phoneContext.newPage();
    await offline.goto(OTHER_LINK);
    await expect(phoneApp(offline).notice).toContainText('the website can’t be reached');
  });

  test('a fingerprint unlocks the key where the platform gives a secret, and turns notifications on afterwards', async ({
    page,
    account,
    phonePage,
  }) => {
    await addVirtualAuthenticator(phonePage, { hasPrf: true });
    const app = phoneApp(phonePage);
    const { id } = await openLinkOnPhone(page, account, phonePage);
    await confirmAndChoosePin(phonePage);
    await app.useBiometrics.click();
    await expect(phonePage.getByText('PIN, fingerprint or face')).toBeVisible();
    await expectActive(page, id);

    await phonePage.reload();
    await app.turnNotificationsOnHere.click();
    await app.fingerprint.click();
    const registering = phonePage.waitForResponse('**/notification/push/updateNotificationID');
    await app.allowNotifications.click();
    const registered = await registering;
    expect(await registered.json()).toMatchObject({ resultCodes: { returnCode: 0 } });
    await expect(app.heading('Your accounts')).toBeVisible();
    await expect(app.turnNotificationsOnHere).toBeHidden();
    await app.showOneTimePassword.click();
    await app.fingerprint.click();
    await expect(app.oneTimePassword).toBeVisible();
  });
});
