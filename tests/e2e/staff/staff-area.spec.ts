import { expect } from '@playwright/test';
import { PASSWORD } from '../../support/servers/server';
import { staffAccount } from '../fixtures/accounts';
import { addDevice } from '../flows/add-device';
import { signIn, signInAsStaff } from '../flows/sign-in';
import { areaScreen } from '../screens/area-screen';
import { devicesScreen } from '../screens/devices-screen';
import { test } from '../fixtures/test';

test('staff start in the staff area until they have a device, and find the way between both', async ({
  page,
  phone,
}) => {
  const both = { userId: 'helpdesk', password: PASSWORD };
  const area = areaScreen(page);
  await signInAsStaff(page, both);
  await expect(area.staff).toHaveAttribute('aria-current');
  await area.yourDevices.click();
  await expect(devicesScreen(page).heading).toBeVisible();
  await addDevice(page, phone);
  await page.context().clearCookies();
  await signIn(page, both);
  await area.staff.click();
  await expect(page).toHaveURL(/\/helpdesk/);
});

test('staff who are no users have the staff area alone', async ({ page }) => {
  await signInAsStaff(page, staffAccount('auditor'));
  const area = areaScreen(page);
  await expect(area.section('Audit log')).toBeVisible();
  await expect(area.yourDevices).toBeHidden();
  await page.goto('/');
  await expect(page).toHaveURL(/\/helpdesk/);
});

test('users do not see the staff area', async ({ page, account }) => {
  await signIn(page, account);
  await expect(areaScreen(page).staff).toBeHidden();
  await page.goto('/helpdesk');
  await expect(page).toHaveURL(/\/$/);
});
