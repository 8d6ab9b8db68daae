import { expect } from '@playwright/test';
import { signIn } from '../flows/sign-in';
import { startActivation } from '../flows/start-activation';
import { activationScreen } from '../screens/activation-screen';
import { phoneApp } from '../screens/phone-app';
import { test } from './phone-test';

test('the camera reads the site’s page, and both say that the device is activated', async ({
  page,
  account,
  phonePage,
  phoneBrowser,
}) => {
  await signIn(page, account);
  await startActivation(page);
  const site = activationScreen(page);
  const app = phoneApp(phonePage);
  await phonePage.goto('/authenticator');
  await phoneBrowser.pointCameraAt(page);
  await app.scanCode.click();
  await expect(app.heading('Is this you?')).toBeVisible();
  await expect(phonePage.getByText(account.userId)).toBeVisible();
  await app.activateThisPhone.click();

  await expect(app.heading('Choose a PIN')).toBeVisible();
  await expect(site.currentStep).toContainText('PIN');
  await app.newPin.fill('739164');
  await app.continue.click();
  await app.pinAgain.fill('739164');
  await app.continue.click();
  await app.notNow.click();

  await expect(app.heading('This phone is activated')).toBeVisible();
  await expect(site.activated).toBeVisible();
  await app.showOneTimePassword.click();
  await expect(app.oneTimePassword).toHaveText(/\d{3} \d{3}/);
});
