import { expect, type Page } from '@playwright/test';
import { names } from '@/lib/shared/names';
import type { PhoneBrowser } from '../../support/phones/phone-browser';
import { phoneApp } from '../screens/phone-app';
import { phoneSignInScreen } from '../screens/accounts/phone-sign-in-screen';
import { startPhoneSignIn } from './start-phone-sign-in';

/** Asks for a sign-in image and lets the phone's camera see it. @returns the number that the page shows */
export async function scanSignIn(page: Page, phonePage: Page, phoneBrowser: PhoneBrowser): Promise<string> {
  const { number } = await startPhoneSignIn(page);
  await phoneBrowser.pointCameraAt(page);
  await phoneApp(phonePage).scanCode.click();
  return number;
}

/** The same, up to the request on the phone; for an account that is open. */
export async function scanToRequest(page: Page, phonePage: Page, phoneBrowser: PhoneBrowser): Promise<string> {
  const number = await scanSignIn(page, phonePage, phoneBrowser);
  await expect(phoneApp(phonePage).heading(names.phoneApp.isThisYourSignIn)).toBeVisible();
  await expect(phoneSignInScreen(page).scanned).toBeVisible();
  return number;
}

/** Answers the request on the phone with a number. */
export async function typeNumber(phonePage: Page, number: string): Promise<void> {
  const app = phoneApp(phonePage);
  await app.number.fill(number);
  await app.confirmNumber.click();
}
