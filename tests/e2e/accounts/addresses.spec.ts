import { expect } from '@playwright/test';
import { findAccessibilityViolations } from '../../support/browser/find-accessibility-violations';
import { test } from '../fixtures/test';
import { openSession } from '../flows/open-session';
import { profileScreen } from '../screens/accounts/profile-screen';

test('a user’s own addresses are saved, after those that another window saved meanwhile are shown', async ({
  page,
  account,
}) => {
  await openSession(page, account);
  await page.goto('/profile');
  const other = await page.context().newPage();
  await other.goto('/profile');
  const here = profileScreen(page);
  const there = profileScreen(other);
  await there.addresses.fill('first@example.org\nsecond@example.org');
  await there.saveAddresses.click();
  await expect(other.locator(':focus')).toContainText('Addresses saved.');
  await here.addresses.fill('third@example.org');
  await here.saveAddresses.click();
  await expect(page.locator(':focus')).toContainText('changed after you opened the page');
  await expect(here.addresses).toHaveValue('first@example.org\nsecond@example.org');
  expect(await findAccessibilityViolations(page)).toEqual([]);
  await here.addresses.fill('third@example.org');
  await here.saveAddresses.click();
  await expect(page.locator(':focus')).toContainText('Addresses saved.');
  await expect(here.addresses).toHaveValue('third@example.org');
});
