import { expect } from '@playwright/test';
import { readCredentials } from '../flows/read-credentials';
import { openSession } from '../flows/open-session';
import { openActivation } from '../flows/request-activation';
import { activationScreen } from '../screens/activation-screen';
import { phoneApp } from '../screens/phone-app';
import { test } from '../fixtures/test';

test('the link for the same device hands the credentials over, and leaves them in no address and no storage', async ({
  page,
  account,
}) => {
  await openSession(page, account);
  await openActivation(page);
  const { activationPassword } = await readCredentials(page);
  const sent: string[] = [];
  page.on('request', (request) => sent.push(request.url()));

  await activationScreen(page).openHere.click();

  await expect(phoneApp(page).heading('Is this you?')).toBeVisible();
  await expect(page.getByText(account.userId)).toBeVisible();
  expect(page.url()).not.toContain(activationPassword);
  expect(sent.filter((url) => url.includes(activationPassword) && !url.includes('#'))).toEqual([]);

  await page.goto('/');
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await page.content()).not.toContain(activationPassword);
});
