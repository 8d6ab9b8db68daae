import { expect, type Page } from '@playwright/test';
import { OfflineRegistration } from '../../support/phones/offline-registration';
import { pictureOf } from '../../support/images/picture-of';
import { createTestGateway } from '../../support/servers/test-gateway';
import { activationScreen } from '../screens/activation-screen';
import { phoneApp } from '../screens/phone-app';
import { choosePin } from './phone-activation';

const gateway = createTestGateway({ activationLimit: 0 });
let people = 0;

/** An activation of somebody new at a gateway of the test's own, which goes by the name of the site's. */
export async function registerOffline(phonePage: Page): Promise<OfflineRegistration> {
  const config = await phonePage.request.get('/authenticator/config.json');
  const { gatewayId } = (await config.json()) as { gatewayId: string };
  people += 1;
  return OfflineRegistration.open(gateway, `jane.${people}`, gatewayId);
}

/** Gives the phone a picture of what a person sees of an activation page, once its image is there. */
export async function showPage(phonePage: Page, page: Page): Promise<void> {
  await expect(activationScreen(page).image).toBeVisible();
  await choosePicture(phonePage, await page.screenshot());
}

/** Gives the phone a picture of an image that says this. */
export async function showPicture(phonePage: Page, text: string): Promise<void> {
  await choosePicture(phonePage, pictureOf(text));
}

async function choosePicture(phonePage: Page, buffer: Buffer): Promise<void> {
  await phoneApp(phonePage).picture.setInputFiles({ name: 'screen.png', mimeType: 'image/png', buffer });
}

/** From the list of accounts to the device code. @returns the code, as the website gets it */
export async function scanFirst(phonePage: Page, { first }: OfflineRegistration): Promise<string> {
  const app = phoneApp(phonePage);
  await app.scanCode.click();
  await showPicture(phonePage, first);
  await app.activateThisPhone.click();
  await expect(app.scanSecondImage).toBeVisible();
  return readTypedCode(phonePage);
}

/** From the list of accounts to the signature. @returns the signature, as the website gets it */
export async function activateToSignature(phonePage: Page, registration: OfflineRegistration): Promise<string> {
  const app = phoneApp(phonePage);
  const second = await registration.typeDeviceCode(await scanFirst(phonePage, registration));
  await app.scanSecondImage.click();
  await showPicture(phonePage, second);
  await choosePin(phonePage);
  await expect(app.websiteSaysActivated).toBeVisible();
  return readTypedCode(phonePage);
}

/** The code that the phone shows, as the website gets it. */
export async function readTypedCode(phonePage: Page): Promise<string> {
  return ((await phoneApp(phonePage).typedCode.textContent()) ?? '').replaceAll(' ', '');
}

/** Opens the app once, so that it is kept for a time without a network, and takes the network away. */
export async function goOffline(phonePage: Page): Promise<void> {
  await phonePage.goto('/authenticator');
  const isKept = () =>
    phonePage.evaluate(async () => {
      const kept = await navigator.serviceWorker.getRegistrations();
      return kept.length === 2 && kept.every(({ active }) => active?.state === 'activated');
    });
  await expect.poll(isKept, { intervals: [50] }).toBe(true);
  // What the browser has loaded without the app's help would not be there on another day.
  const session = await phonePage.context().newCDPSession(phonePage);
  await session.send('Network.clearBrowserCache');
  await phonePage.context().setOffline(true);
  await phonePage.reload();
  expect(await phonePage.evaluate(() => fetch('/api/health').then(Boolean, () => false))).toBe(false);
}
