import { expect, type Page } from '@playwright/test';
import { phoneSignInScreen } from '../screens/accounts/phone-sign-in-screen';

/** From anywhere to a page with a sign-in image; for somebody who is not signed in. */
export async function startPhoneSignIn(page: Page): Promise<{ shot: Uint8Array; number: string }> {
  const screen = phoneSignInScreen(page);
  await page.goto('/sign-in/phone');
  await expect(screen.image).toBeVisible();
  return readPhoneSignIn(page);
}

/** What a phone's camera and its person see of the page. */
export async function readPhoneSignIn(page: Page): Promise<{ shot: Uint8Array; number: string }> {
  const number = (await phoneSignInScreen(page).number.textContent()) ?? '';
  expect(number).toMatch(/^[1-9]\d$/);
  return { shot: await page.screenshot(), number };
}
