import { expect, type Page } from '@playwright/test';
import { phoneSignInScreen } from '../screens/accounts/phone-sign-in-screen';
import { startPhoneSignIn } from './start-phone-sign-in';

/** Asks the phones of a user ID to sign in. @returns the number that the page shows */
export async function sendSignIn(page: Page, userId: string): Promise<string> {
  const screen = phoneSignInScreen(page);
  await startPhoneSignIn(page);
  await screen.userId.fill(userId);
  await screen.send.click();
  await expect(screen.lookAtYourPhone).toBeVisible();
  await expect(screen.image).toBeHidden();
  return (await screen.number.textContent()) ?? '';
}
