import { expect } from '@playwright/test';
import { anotherNumber } from '../../support/phones/login-device';
import { MINUTE, SECOND } from '@/lib/shared/time/duration';
import { Phone } from '../../support/phones/phone';
import { PhoneLine } from '@/lib/kit/phone/phone-line';
import { formatLoginCode } from '@/lib/shared/codes/login-code';
import { decodeWithZxing } from '../../support/images/decode-with-zxing';
import { pictureOf } from '../../support/images/picture-of';
import { forger } from '../../support/phones/forger';
import { addVirtualAuthenticator } from '../../support/phones/virtual-authenticator';
import { hurryRetries } from '../flows/hurry-retries';
import { ownPhone } from '../flows/own-phone';
import {
  activateByLink,
  confirmAndChoosePin,
  enterPin,
  openLinkOnPhone,
  passPinPause,
  PHONE_PIN,
} from '../flows/phone-activation';
import { scanSignIn, scanToRequest, typeNumber } from '../flows/scan-sign-in';
import { startPhoneSignIn } from '../flows/start-phone-sign-in';
import { activityLines } from '../screens/activity';
import { devicesScreen } from '../screens/devices-screen';
import { phoneApp } from '../screens/phone-app';
import { phoneSignInScreen } from '../screens/accounts/phone-sign-in-screen';
import { test as clockTest } from '../fixtures/clock-test';
import { test } from '../fixtures/test';

test('the camera reads the sign-in page, the number and the PIN sign in, and five wrong PINs erase the account', async ({
  account,
  server,
  activatedPhone: phonePage,
  phoneBrowser,
  signInPage,
}) => {
  const app = phoneApp(phonePage);
  await phonePage.clock.install();
  await phonePage.reload();
  const number = await scanSignIn(signInPage, phonePage, phoneBrowser);
  await expect(app.pin).toBeFocused();
  // The image is not used up before the PIN is right.
  await enterPin(phonePage, '0000');
  await expect(app.refusal).toContainText('4 tries');
  await expect(phoneSignInScreen(signInPage).image).toBeVisible();
  await passPinPause(phonePage);
  await enterPin(phonePage, PHONE_PIN);

  await expect(app.heading('Is this your sign-in?')).toBeVisible();
  await expect(app.number).toBeFocused();
  const main = phonePage.getByRole('main');
  await expect(main).toContainText(`Issued by ${server.url}`);
  await expect(main).toContainText('Chrome on Linux');
  await expect(main).toContainText('127.0.0.1');
  await expect(main).toContainText(account.userId);
  await expect(main).toContainText('opened the sign-in page yourself');
  await expect(phonePage.getByRole('timer', { name: 'Time left' })).toHaveText(/^0:[0-5]\d$/);
  // Half a number ends nothing.
  await typeNumber(phonePage, number.charAt(0));
  await expect(app.refusal).toContainText('both digits');
  await typeNumber(phonePage, number);
  await expect(app.heading('Signed in')).toBeVisible();
  await expect(devicesScreen(signInPage).heading).toBeVisible();
  await app.done.click();
  await expect(app.heading('Your accounts')).toBeVisible();

  await signInPage.context().clearCookies();
  await phonePage.reload();
  await scanSignIn(signInPage, phonePage, phoneBrowser);
  for (const left of ['4 tries', '3 tries', '2 tries', '1 try']) {
    await enterPin(phonePage, '0000');
    await expect(app.refusal).toContainText(left);
    await passPinPause(phonePage);
  }
  await enterPin(phonePage, '0000');
  await expect(phonePage.getByText('The PIN was wrong five times')).toBeVisible();
  await expect(phoneSignInScreen(signInPage).image).toBeVisible();
});

test('a cancellation and a report end the sign-in on both sides, and each new image works', async ({
  page,
  activatedPhone: phonePage,
  phoneBrowser,
  signInPage,
}) => {
  const app = phoneApp(phonePage);
  const site = phoneSignInScreen(signInPage);
  // The one-time password is shown, so the account is open and its PIN is not asked for again.
  await scanToRequest(signInPage, phonePage, phoneBrowser);
  await phonePage.goBack();
  await expect(app.heading('Sign-in cancelled')).toBeVisible();
  await expect(site.ended).toContainText('Cancelled on the phone');
  await phonePage.goBack();
  await expect(app.heading('Your accounts')).toBeVisible();

  await scanToRequest(signInPage, phonePage, phoneBrowser);
  await app.thatWasNotMe.click();
  await expect(app.heading('Thank you for reporting it')).toBeVisible();
  await expect(site.ended).toContainText('Reported on the phone');
  await app.done.click();
  await page.goto('/');
  await expect(activityLines(page, 'You rejected a sign-in on your phone: it wasn’t you')).toBeVisible();

  const last = await scanToRequest(signInPage, phonePage, phoneBrowser);
  // A link to an activation does not break it off, and is not lost either.
  await phonePage.goto(`/authenticator#${encodeURIComponent('01;01;jane.doe;example.org;Xk29aLm4;Rt7Qp2Zd')}`);
  await typeNumber(phonePage, last);
  await expect(devicesScreen(signInPage).heading).toBeVisible();
  await app.done.click();
  await expect(app.heading('Is this you?')).toBeVisible();
});

test('threat: a guessed number: a wrong one ends it, on both sides, and the next image has to wait', async ({
  activatedPhone: phonePage,
  phoneBrowser,
  signInPage,
}) => {
  const app = phoneApp(phonePage);
  const number = await scanToRequest(signInPage, phonePage, phoneBrowser);
  await typeNumber(phonePage, anotherNumber(number));
  await expect(app.heading('Wrong number')).toBeVisible();
  await expect(phoneSignInScreen(signInPage).ended).toContainText('Wrong number');
  await app.close.click();
  await scanSignIn(signInPage, phonePage, phoneBrowser);
  await expect(app.heading('Wait a moment')).toBeVisible();
  await expect(phoneSignInScreen(signInPage).image).toBeVisible();
});

test('an unanswered request expires on the phone', async ({ page, account, phonePage, phoneBrowser, signInPage }) => {
  await phonePage.clock.install();
  await activateByLink(page, account, phonePage);
  await scanToRequest(signInPage, phonePage, phoneBrowser);
  await phonePage.clock.fastForward(MINUTE);
  const app = phoneApp(phonePage);
  await expect(app.heading('Time’s up')).toBeVisible();
  phoneBrowser.camera.showNothing();
  await app.scanAgain.click();
  await expect(app.heading('Scan the image')).toBeVisible();
  await app.back.click();
  await expect(app.heading('Your accounts')).toBeVisible();
});

clockTest(
  'an image that another phone has read, or whose time is over, says so',
  async ({ server, activatedPhone: phonePage, phoneBrowser, signInPage }) => {
    const line = await PhoneLine.open(server.url);
    const other = new Phone(line.url);
    await ownPhone(server, other);
    const { shot, number } = await startPhoneSignIn(signInPage);
    await phoneBrowser.pointCameraAt(signInPage);
    const gate = line.hold('authUser');
    const first = other.login(shot, number);
    await expect(phoneSignInScreen(signInPage).scanned).toBeVisible();
    const app = phoneApp(phonePage);
    await app.scanCode.click();
    await expect(app.heading('This image no longer works')).toBeVisible();
    gate.release.open();
    expect((await first).code).toBe(0);
    await expect(devicesScreen(signInPage).heading).toBeVisible();
    line.close();
    other.dispose();
    await app.close.click();

    await signInPage.context().clearCookies();
    await startPhoneSignIn(signInPage);
    await phoneBrowser.pointCameraAt(signInPage);
    server.clock.advance(MINUTE + SECOND);
    await app.scanCode.click();
    await expect(app.heading('This image no longer works')).toBeVisible();
    // The page has shown another one by itself.
    await expect(phoneSignInScreen(signInPage).image).toBeVisible();
  },
);

test('threat: a stranger’s sign-in image is forged, is reported, and sends nothing', async ({
  server,
  activatedPhone: phonePage,
  phoneBrowser,
  request,
}) => {
  const app = phoneApp(phonePage);
  const addresses: string[] = [];
  phonePage.on('request', (sent) => addresses.push(sent.url()));
  const config = await request.get('/authenticator/config.json');
  const { gatewayId } = (await config.json()) as { gatewayId: string };
  const code = formatLoginCode({ challengeKey: 'c'.repeat(32), gatewayId });
  phoneBrowser.camera.show(pictureOf(code, await (await forger()).sign(code, server.url)));
  await app.scanCode.click();
  await expect(app.heading('This image is forged')).toBeVisible();
  await expect(phonePage.getByText('nobody was signed in')).toBeVisible();
  await expect(phonePage.getByText('It has been reported to the website.')).toBeVisible();
  expect(addresses.filter((url) => url.includes('getPreparedSecureChallenge'))).toEqual([]);
  await app.close.click();
});

test('a sign-in image whose colours are lost is not verifiable, and still signs in', async ({
  activatedPhone: phonePage,
  phoneBrowser,
  signInPage,
}) => {
  const { number } = await startPhoneSignIn(signInPage);
  phoneBrowser.camera.show(pictureOf(await decodeWithZxing(await signInPage.screenshot())));
  await phoneApp(phonePage).scanCode.click();
  await expect(phonePage.getByText('Not verifiable')).toBeVisible();
  await typeNumber(phonePage, number);
  await expect(phoneApp(phonePage).heading('Signed in')).toBeVisible();
});

test('a gateway that is away is waited for, and an answer that was lost is fetched again', async ({
  page,
  account,
  phonePage,
  phoneBrowser,
  signInPage,
}) => {
  await addVirtualAuthenticator(phonePage, { hasPrf: true });
  const app = phoneApp(phonePage);
  await openLinkOnPhone(page, account, phonePage);
  await confirmAndChoosePin(phonePage);
  await app.useBiometrics.click();
  await expect(app.heading('This phone is activated')).toBeVisible();
  await phonePage.reload();

  await hurryRetries(phonePage);
  await phonePage.route('**/getPreparedSecureChallenge', (route) => route.abort(), { times: 1 });
  const number = await scanSignIn(signInPage, phonePage, phoneBrowser);
  await app.fingerprint.click();
  await phonePage.route('**/authUser', async (route) => {
    await route.fetch();
    await route.abort();
  });
  await typeNumber(phonePage, number);
  await expect(app.heading('No connection')).toBeVisible();
  await phonePage.unroute('**/authUser');
  await app.tryAgain.click();
  await expect(app.heading('Signed in')).toBeVisible();
  await expect(devicesScreen(signInPage).heading).toBeVisible();
});
