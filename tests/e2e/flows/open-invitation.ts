import { expect, type Page } from '@playwright/test';
import type { Account } from '../fixtures/accounts';
import { invitedScreen } from '../screens/invited-screen';
import { newActivationScreen } from '../screens/new-activation-screen';

/** From the link in the mail to where one starts an activation, with the password as proof. */
export async function openInvitation(page: Page, link: string, { password }: Account): Promise<void> {
  const invited = invitedScreen(page);
  await page.goto(link);
  await invited.password.fill(password);
  await invited.continue.click();
  await expect(newActivationScreen(page).show).toBeVisible();
}
