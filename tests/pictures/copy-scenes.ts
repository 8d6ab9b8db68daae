import type { Page } from '@playwright/test';
import { addVirtualAuthenticator } from '../support/phones/virtual-authenticator';
import { emptyBrowser } from '../e2e/flows/empty-browser';
import { enterPin, PHONE_PIN } from '../e2e/flows/phone-activation';
import { authenticatorScreen } from '../e2e/screens/authenticator-screen';
import { phoneApp } from '../e2e/screens/phone-app';

/** An open account's settings, up to the question. @param openSettings of an account that was just activated */
export async function askToKeepCopy(page: Page, openSettings: (page: Page) => Promise<void>): Promise<void> {
  await openSettings(page);
  await addVirtualAuthenticator(page, { hasPrf: true });
  await askAgain(page);
}

async function askAgain(page: Page): Promise<void> {
  const app = phoneApp(page);
  await app.keepCopy.click();
  await enterPin(page, PHONE_PIN);
  await app.heading('Keep a copy of this phone?').waitFor();
}

export async function keepCopy(page: Page, openSettings: (page: Page) => Promise<void>): Promise<void> {
  await askToKeepCopy(page, openSettings);
  await phoneApp(page).keepCopy.click();
  await phoneApp(page).keepNewCopy.scrollIntoViewIfNeeded();
}

export async function failToKeepCopy(page: Page, openSettings: (page: Page) => Promise<void>): Promise<void> {
  await openSettings(page);
  await addVirtualAuthenticator(page, { hasPrf: false });
  await askAgain(page);
  await phoneApp(page).keepCopy.click();
  await phoneApp(page).heading('This device can’t keep a copy').waitFor();
}

/** The device's page on the website, with a copy. */
export async function seeKeptCopy(page: Page, openSettings: (page: Page) => Promise<void>): Promise<void> {
  await keepCopy(page, openSettings);
  const { instanceId } = await page.evaluate(readAccount);
  await page.goto(`/authenticators/${instanceId}`);
  await authenticatorScreen(page).deleteCopy.scrollIntoViewIfNeeded();
}

/** Runs in the page. @returns the first account that the phone app has stored */
export async function readAccount(): Promise<{ instanceId: string }> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('authenticator');
    opening.addEventListener('success', () => resolve(opening.result));
    opening.addEventListener('error', () => reject(opening.error ?? new Error('no database')));
  });
  return new Promise((resolve) => {
    const listing = database.transaction('accounts').objectStore('accounts').getAll();
    listing.addEventListener('success', () => resolve((listing.result as [{ instanceId: string }])[0]));
  });
}

/** The app after the browser has deleted what it stored. */
export async function emptyKeptPhone(page: Page, openSettings: (page: Page) => Promise<void>): Promise<void> {
  await keepCopy(page, openSettings);
  await emptyBrowser(page);
  await phoneApp(page).bringBack.waitFor();
}

export async function beginBringingBack(page: Page, openSettings: (page: Page) => Promise<void>): Promise<void> {
  await emptyKeptPhone(page, openSettings);
  await phoneApp(page).bringBack.click();
  await phoneApp(page).choosePasskey.waitFor();
}

/** @param pin wrong or right @param answered what the gateway says instead, where it would take many tries */
export async function bringBack(
  page: Page,
  openSettings: (page: Page) => Promise<void>,
  { pin, answered }: { pin: string; answered?: object },
): Promise<void> {
  await beginBringingBack(page, openSettings);
  const app = phoneApp(page);
  await app.choosePasskey.click();
  if (answered) {
    const resultCodes = { returnCode: 0, returnCodeEnum: 'RET_SUCCESS', statusCode: 0, statusCodeEnum: 'STAT_SUCCESS' };
    await page.route('**/tessera/bringBack', (route) => route.fulfill({ json: { resultCodes, result: answered } }));
  }
  await app.pinOfCopy.fill(pin);
  await app.continue.click();
}

/** A copy that was brought back already. */
export async function bringBackTwice(page: Page, openSettings: (page: Page) => Promise<void>): Promise<void> {
  const app = phoneApp(page);
  await bringBack(page, openSettings, { pin: PHONE_PIN });
  await app.oneTimePassword.waitFor();
  await emptyBrowser(page);
  await app.bringBack.click();
  await app.choosePasskey.click();
  await app.pinOfCopy.fill(PHONE_PIN);
  await app.continue.click();
  await app.heading('There is no copy for this passkey').waitFor();
}
