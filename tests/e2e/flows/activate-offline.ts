import { expect, type Page } from '@playwright/test';
import { decodeWithZxing } from '../../support/images/decode-with-zxing';
import { FakeOfflinePhone } from '../../support/doubles/fake-offline-phone';
import { activationScreen } from '../screens/activation-screen';

/** How what the images of an offline activation say begins. */
export const FIRST_IMAGE = /^F1/;
export const SECOND_IMAGE = /^F2/;

/** From the first image to a device that works, with a phone that has no network. @returns the codes that were typed */
export async function activateOffline(page: Page): Promise<{ deviceCode: string; signature: string }> {
  const screen = activationScreen(page);
  const phone = await FakeOfflinePhone.scan(await readImage(page, FIRST_IMAGE));
  await screen.deviceCode.fill(phone.deviceCode);
  await screen.showSecondImage.click();
  await expect(screen.signature).toBeVisible();
  const signature = await phone.scanSecond(await readImage(page, SECOND_IMAGE));
  await screen.signature.fill(signature);
  await screen.activate.click();
  await expect(screen.activated).toBeVisible();
  return { deviceCode: phone.deviceCode, signature };
}

/** What the image says, once it is the one that is waited for. */
export async function readImage(page: Page, begins: RegExp): Promise<string> {
  let text = '';
  await expect(async () => {
    text = await decodeWithZxing(await activationScreen(page).image.screenshot());
    expect(text).toMatch(begins);
  }).toPass();
  return text;
}
