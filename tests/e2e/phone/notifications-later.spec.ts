import { expect } from '@playwright/test';
import { findAccessibilityViolations } from '../../support/browser/find-accessibility-violations';
import { activateToSignature, registerOffline } from '../flows/offline-activation';
import { enterPin, PHONE_PIN } from '../flows/phone-activation';
import { sendSignIn } from '../flows/send-sign-in';
import { phoneApp } from '../screens/phone-app';
import { test } from '../fixtures/test';

test.use({ isAppKept: true });

test('notifications stay off when refused or offline, and bring sign-ins when turned on later', async ({
  account,
  activatedPhone: phonePage,
  phoneContext,
  signInPage,
}) => {
  // Without a screen the browser answers its own question with no.
  await phoneContext.clearPermissions();
  const app = phoneApp(phonePage);
  await app.settings.click();
  await app.turnNotificationsOn.click();
  await enterPin(phonePage, PHONE_PIN);
  await app.allowNotifications.click();
  await expect(app.notice).toContainText('doesn’t allow notifications');
  await app.continueWithout.click();
  await expect(app.heading('Settings')).toBeVisible();

  await phoneContext.grantPermissions(['notifications']);
  await app.turnNotificationsOn.click();
  await enterPin(phonePage, PHONE_PIN);
  await expect(app.allowNotifications).toBeVisible();
  await phoneContext.setOffline(true);
  await app.allowNotifications.click();
  await expect(app.heading('No connection')).toBeFocused();
  await app.back.click();
  await expect(app.turnNotificationsOn).toBeVisible();

  await phoneContext.setOffline(false);
  await app.turnNotificationsOn.click();
  await enterPin(phonePage, PHONE_PIN);
  await app.allowNotifications.click();
  await expect(app.notice.first()).toContainText('Notifications are on');
  await expect(app.turnNotificationsOn).toBeHidden();
  await sendSignIn(signInPage, account.userId);
  await expect(app.openRequest).toBeVisible();
});

test('a website that does not know the phone refuses, and the phone says what to check', async ({ phonePage }) => {
  await phonePage.goto('/authenticator');
  const app = phoneApp(phonePage);
  // Of a gateway of the test's own: the website's has never heard of it.
  await activateToSignature(phonePage, await registerOffline(phonePage));
  await app.websiteSaysActivated.click();
  await app.settings.click();
  await app.turnNotificationsOn.click();
  await enterPin(phonePage, PHONE_PIN);
  await app.allowNotifications.click();
  await expect(app.heading('The website refused')).toBeVisible();
  await expect(phonePage.getByText('look under “Your devices”')).toBeVisible();
  expect(await findAccessibilityViolations(phonePage)).toEqual([]);
});
