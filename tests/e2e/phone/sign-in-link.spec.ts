import { expect } from '@playwright/test';
import { decodeWithZxing } from '../../support/images/decode-with-zxing';
import { enterPin, PHONE_PIN } from '../flows/phone-activation';
import { typeNumber } from '../flows/scan-sign-in';
import { startPhoneSignIn } from '../flows/start-phone-sign-in';
import { devicesScreen } from '../screens/devices-screen';
import { phoneApp } from '../screens/phone-app';
import { test } from '../fixtures/test';

test('the phone’s own camera opens a sign-in, which takes the PIN and the number of the page as a scan does', async ({
  server,
  activatedPhone: phonePage,
  signInPage,
}) => {
  const app = phoneApp(phonePage);
  const { shot, number } = await startPhoneSignIn(signInPage);
  const link = await decodeWithZxing(shot);
  expect(link).toMatch(new RegExp(`^${server.url}/a#90;[\\w-]{22}$`));

  await phonePage.goto('about:blank');
  await phonePage.goto(link);
  await enterPin(phonePage, PHONE_PIN);
  await expect(app.heading('Is this your sign-in?')).toBeVisible();
  await expect(app.number).toHaveValue('');
  await typeNumber(phonePage, number);
  await expect(app.heading('Signed in')).toBeVisible();
  await expect(devicesScreen(signInPage).heading).toBeVisible();
});
