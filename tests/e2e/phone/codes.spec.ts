import { expect, type Locator } from '@playwright/test';
import { PNG } from 'pngjs';
import { checkLetter } from '@/lib/shared/codes/check-letter';
import { MINUTE, SECOND } from '@/lib/shared/time/duration';
import { findAccessibilityViolations } from '../../support/browser/find-accessibility-violations';
import { pictureOf } from '../../support/images/picture-of';
import { readCredentials } from '../flows/read-credentials';
import { openSession } from '../flows/open-session';
import { openActivation } from '../flows/request-activation';
import { activationScreen } from '../screens/activation-screen';
import { expectFirstScreen } from '../flows/phone-activation';
import { phoneApp } from '../screens/phone-app';
import { test as clockTest } from '../fixtures/clock-test';
import { test } from '../fixtures/test';

test('a code that does not activate is explained, and the camera goes on', async ({
  page,
  account,
  phonePage,
  phoneBrowser,
}) => {
  const app = phoneApp(phonePage);
  // The camera opens its film anew with every visit to the scan screen.
  const lookAt = async (film: Buffer) => {
    await app.typeValues.click();
    phoneBrowser.camera.show(film);
    await app.back.click();
  };
  await phonePage.goto('/authenticator');
  phoneBrowser.camera.show(pictureOf('https://example.org/lunch'));
  await app.scanCode.click();
  await expect(app.notice).toContainText('isn’t for this app');
  await lookAt(pictureOf('01;01;jane.doe;example.org;Xk29aLm4'));
  await expect(app.notice).toContainText('damaged or incomplete');
  await lookAt(pictureOf('01;01;jane.doe;example.org;Xk29aLm4;Rt7Qp2Zd;FEDCBA9876543210'));
  await expect(app.notice).toContainText('another website');
  const { gatewayId } = (await (await page.request.get('/authenticator/config.json')).json()) as { gatewayId: string };
  const signInCode = `01;90;${'0a'.repeat(16)};${gatewayId}`;
  await lookAt(pictureOf(signInCode));
  await expect(app.notice).toContainText('isn’t activated yet');
  phoneBrowser.camera.showNothing();
  await phonePage.goto('about:blank');
  await phonePage.goto(`/authenticator#${encodeURIComponent(signInCode)}`);
  await expect(app.notice).toContainText('this browser has no account');

  await openSession(page, account);
  await openActivation(page);
  await lookAt(await page.screenshot());
  await expect(app.heading('Is this you?')).toBeVisible();
});

function colourOf(button: Locator): Promise<string> {
  return button.evaluate((element) => getComputedStyle(element).backgroundColor);
}

test('the light of a camera can be switched, and without a camera a picture from a file is the main way', async ({
  phonePage,
  phoneContext,
}) => {
  const app = phoneApp(phonePage);
  await phonePage.goto('/authenticator');
  const mainColour = await colourOf(app.scanCode);
  await app.scanCode.click();
  await expect(app.heading('Scan the activation image')).toBeVisible();
  await expect(phonePage.getByText('Opening the camera')).toBeHidden();
  await expect(app.light).toBeHidden();
  expect(await colourOf(app.choosePicture)).toBe(await colourOf(app.typeValues));

  await phonePage.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('none', 'NotFoundError'));
  });
  await phonePage.reload();
  await app.scanCode.click();
  await expect(phonePage.getByText('No camera found')).toBeVisible();
  await expect.poll(() => colourOf(app.choosePicture)).toBe(mainColour);
  expect(await colourOf(app.typeValues)).not.toBe(mainColour);

  // The browser's camera has no light; this one has, as the Image Capture standard describes it.
  const withLight = await phoneContext.newPage();
  const switched: unknown[] = [];
  await withLight.exposeFunction('switchLight', (constraints: unknown) => switched.push(constraints));
  await withLight.addInitScript(() => {
    const camera = MediaStreamTrack.prototype;
    camera.getCapabilities = () => ({ torch: true }) as MediaTrackCapabilities;
    camera.applyConstraints = (window as unknown as { switchLight: typeof camera.applyConstraints }).switchLight;
  });
  const { light, scanCode } = phoneApp(withLight);
  await withLight.goto('/authenticator');
  await scanCode.click();
  for (const isOn of [true, false]) {
    await light.click();
    await expect(light).toHaveAttribute('aria-pressed', `${isOn}`);
    expect(switched.at(-1)).toEqual({ advanced: [{ torch: isOn }] });
  }
  expect(await findAccessibilityViolations(withLight)).toEqual([]);
});

test('a picture from a file is as good as the camera, and typed values are checked by their letter', async ({
  page,
  account,
  phonePage,
}) => {
  await openSession(page, account);
  await openActivation(page);
  const app = phoneApp(phonePage);
  await phonePage.goto('/authenticator');
  await app.scanCode.click();
  const blank = PNG.sync.write(new PNG({ width: 300, height: 300 }));
  await app.picture.setInputFiles({ name: 'lunch.png', mimeType: 'image/png', buffer: blank });
  await expect(app.notice).toContainText('No image from the website');
  const buffer = await page.screenshot();
  await app.picture.setInputFiles({ name: 'screen.png', mimeType: 'image/png', buffer });
  await expect(app.heading('Is this you?')).toBeVisible();

  await app.cancel.click();
  await app.confirmCancel.click();
  await app.done.click();
  await expectFirstScreen(phonePage);

  const { registrationIdentifier, activationPassword } = await readCredentials(page);
  await app.scanCode.click();
  await app.typeValues.click();
  await phonePage.getByLabel('User ID').fill(account.userId);
  await phonePage.getByLabel('Registration identifier').fill(registrationIdentifier);
  await phonePage.getByLabel('Activation password').fill(activationPassword);
  const letter = checkLetter(registrationIdentifier, activationPassword);
  await phonePage.getByLabel('Check letter').fill(letter === 'A' ? 'B' : 'A');
  await app.continue.click();
  await expect(app.refusal).toContainText('The check letter doesn’t match');

  await phonePage.getByLabel('Check letter').fill(letter);
  await app.continue.click();
  await app.activateThisPhone.click();
  await expect(app.heading('Choose a PIN')).toBeVisible();
  await expect(activationScreen(page).currentStep).toContainText('PIN');
});

test('a wrong activation password is refused, and one can start over', async ({ page, account, phonePage }) => {
  await openSession(page, account);
  await openActivation(page);
  const { registrationIdentifier } = await readCredentials(page);
  const wrong = ['', account.userId, 'example.org', registrationIdentifier, 'Wr0ngPwd'].join(';');
  const app = phoneApp(phonePage);
  await phonePage.goto(`/authenticator#${encodeURIComponent(`01;01${wrong}`)}`);
  await app.activateThisPhone.click();
  await expect(app.heading('Those values don’t match')).toBeVisible();
  await app.startOver.click();
  await expect(app.heading('Scan the activation image')).toBeVisible();
});

clockTest(
  'an image whose time is over is told apart from one that works',
  async ({ page, server, account, phonePage, phoneBrowser }) => {
    await phonePage.clock.install({ time: server.clock.now });
    await openSession(page, account);
    await openActivation(page);
    await phoneBrowser.pointCameraAt(page);
    server.clock.advance(5 * MINUTE + 10 * SECOND);
    const app = phoneApp(phonePage);
    // By this phone's clock the image is new; the gateway knows better.
    await phonePage.goto('/authenticator');
    await app.scanCode.click();
    await app.activateThisPhone.click();
    await expect(app.heading('This image has expired')).toBeVisible();
    expect(await findAccessibilityViolations(phonePage)).toEqual([]);
    await app.close.click();
    await expect(app.heading('Welcome')).toBeVisible();

    await phonePage.clock.setSystemTime(server.clock.now);
    await phonePage.reload();
    await app.scanCode.click();
    await expect(app.notice).toContainText('This image has expired');
    await expect(app.heading('Scan the activation image')).toBeVisible();
    expect(await findAccessibilityViolations(phonePage)).toEqual([]);
  },
);
