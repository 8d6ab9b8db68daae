import { expect, type Page } from '@playwright/test';
import type { Account } from '../fixtures/accounts';
import { devicesScreen } from '../screens/devices-screen';
import { signInScreen } from '../screens/accounts/sign-in-screen';

export async function signIn(page: Page, account: Account): Promise<void> {
  await enter(page, account);
  await expect(devicesScreen(page).heading).toBeVisible();
}

/** For those who start in the staff area. */
export async function signInAsStaff(page: Page, account: Account): Promise<void> {
  await enter(page, account);
  await expect(page).toHaveURL(/\/helpdesk/);
}

async function enter(page: Page, { userId, password }: Account): Promise<void> {
  const screen = signInScreen(page);
  await page.goto('/sign-in');
  await screen.userId.fill(userId);
  await screen.password.fill(password);
  await screen.signIn.click();
}
