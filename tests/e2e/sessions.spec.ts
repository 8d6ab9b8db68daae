import { expect, type Browser, type Page } from '@playwright/test';
import type { Account } from './accounts';
import { signIn } from './flows/sign-in';
import { profileScreen } from './screens/profile-screen';
import { test } from './test';

async function otherBrowser(browser: Browser, baseURL: string, account: Account): Promise<Page> {
  const page = await browser.newPage({ baseURL });
  await signIn(page, account);
  return page;
}

test('signing out everywhere ends the sessions of other browsers', async ({ page, account, browser, server }) => {
  await signIn(page, account);
  const other = await otherBrowser(browser, server.url, account);
  await page.goto('/profile');
  await profileScreen(page).signOutEverywhere.click();
  await expect(page).toHaveURL(/\/sign-in/);

  await other.goto('/');
  await expect(other).toHaveURL(/\/sign-in/);
  await other.close();
});

test('a cookie kept from before signing out is worth nothing', async ({ page, context, account }) => {
  await signIn(page, account);
  const cookies = await context.cookies();
  await page.goto('/profile');
  await profileScreen(page).signOut.click();
  await expect(page).toHaveURL(/\/sign-in/);

  await context.addCookies(cookies);
  await page.goto('/');
  await expect(page).toHaveURL(/\/sign-in/);
});

test('a new password works, the old one does not, and other browsers are signed out', async ({
  page,
  account,
  browser,
  server,
}) => {
  await signIn(page, account);
  const other = await otherBrowser(browser, server.url, account);
  const password = 'a new and longer password';
  const screen = profileScreen(page);
  await page.goto('/profile');
  await screen.currentPassword.fill(account.password);
  await screen.newPassword.fill(password);
  await screen.newPasswordAgain.fill(password);
  await screen.changePassword.click();
  await expect(screen.changed).toBeVisible();

  await other.goto('/');
  await expect(other).toHaveURL(/\/sign-in/);
  await signIn(other, { ...account, password });
  await page.goto('/');
  await expect(page).not.toHaveURL(/\/sign-in/);
  await other.close();
});
