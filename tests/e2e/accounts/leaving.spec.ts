import { expect } from '@playwright/test';
import { activateDevice } from '../flows/activate-device';
import { readCredentials } from '../flows/read-credentials';
import { openSession } from '../flows/open-session';
import { signOut } from '../flows/sign-out';
import { openActivation } from '../flows/request-activation';
import { activationScreen } from '../screens/activation-screen';
import { test } from '../fixtures/test';

test('the back button after an activation brings neither image nor credentials back', async ({
  page,
  account,
  phone,
}) => {
  await openSession(page, account);
  await openActivation(page);
  const { activationPassword } = await readCredentials(page);
  await phone.scan(page);
  await expect(activationScreen(page).activated).toBeVisible();
  await page.goto('/');

  await page.goBack();

  await expect(activationScreen(page).activated).toBeVisible();
  await expect(activationScreen(page).image).toBeHidden();
  expect(await page.content()).not.toContain(activationPassword);
});

test('the back button does not show an activation that another tab has cancelled', async ({
  page,
  context,
  account,
}) => {
  await openSession(page, account);
  await openActivation(page);
  const { activationPassword } = await readCredentials(page);
  const address = page.url();
  await page.goto('/');
  const other = await context.newPage();
  await other.goto(address);
  await activationScreen(other).cancel.click();
  await expect(activationScreen(other).newImage).toBeVisible();

  await page.goBack();

  await expect(activationScreen(page).newImage).toBeVisible();
  await expect(activationScreen(page).image).toBeHidden();
  expect(await page.content()).not.toContain(activationPassword);
});

test('the back button after signing out shows the sign-in page', async ({ page, account }) => {
  await openSession(page, account);
  await openActivation(page);
  const { activationPassword } = await readCredentials(page);
  await page.goto('/profile');
  await signOut(page);
  await expect(page).toHaveURL(/\/sign-in/);

  await page.goBack();
  await page.goBack();

  await expect(activationScreen(page).image).toBeHidden();
  expect(await page.content()).not.toContain(activationPassword);
});

test('the page keeps its place in history: back from an ended activation leads to where it was started', async ({
  page,
  account,
  phone,
}) => {
  await openSession(page, account);
  await activateDevice(page, phone);
  await page.goBack();
  await expect(page).toHaveURL(/\/activations\/new$/);
});
