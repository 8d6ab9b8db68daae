import type { Page } from '@playwright/test';
import { expect, names } from '@tessera-auth/kit/playwright';

/** Asks the phones of a person to sign in. @returns the number that the page shows */
export async function sendToPhone(page: Page, { userId }: { userId: string }): Promise<string> {
  await page.goto('/sign-in/phone');
  await page.getByLabel(names.phoneSignIn.userId).fill(userId);
  await page.getByRole('button', { name: names.phoneSignIn.send }).click();
  await expect(page.getByText(names.phoneSignIn.lookAtPhone)).toBeVisible();
  return page.getByRole('status', { name: names.phoneSignIn.number }).innerText();
}
