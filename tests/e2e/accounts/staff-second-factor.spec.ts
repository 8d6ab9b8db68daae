import { expect } from '@playwright/test';
import { findAccessibilityViolations } from '../../support/browser/find-accessibility-violations';
import { staffAccount } from '../fixtures/accounts';
import { test } from '../fixtures/standard-test';
import { openSession } from '../flows/open-session';
import { userScreen } from '../screens/staff/user-screen';

test('threat: a staff member’s password alone opens no staff page and no export, and the page says what is missing', async ({
  page,
}) => {
  await openSession(page, staffAccount('auditor'));
  await page.goto('/helpdesk/audit');
  await expect(page).toHaveURL(/\/sign-in\/second-factor\?next=%2Fhelpdesk%2Faudit$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Confirm it’s you');
  await expect(page.getByText('Your account has no second factor yet.')).toBeVisible();
  expect(await findAccessibilityViolations(page)).toEqual([]);
  expect((await page.request.get('/api/audit/records?format=csv')).status()).toBe(403);
});

test('an agent without a second factor is led from the helpdesk’s first page to the page that asks for one', async ({
  page,
}) => {
  await openSession(page, staffAccount('helpdesk-agent'));
  await page.goto('/helpdesk');
  await expect(page).toHaveURL(/\/sign-in\/second-factor\?next=%2Fhelpdesk$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Confirm it’s you');
});

test('a staff member without a device is told so, and the demo agent is exempt and reads that', async ({
  page,
  server,
}) => {
  await openSession(page, { userId: 'helpdesk', password: staffAccount('auditor').password });
  await page.goto(`${server.url}/helpdesk`);
  await expect(page.getByRole('region', { name: 'How this site runs' })).toHaveText(
    'Demo account: it needs no second factor, because only this machine reaches this site.',
  );

  await page.goto(`${server.url}/helpdesk/users/jane.doe`);
  const { couldConfirm } = userScreen(page);
  await couldConfirm.locator('summary').click();
  await expect(couldConfirm).toContainText('Activate a deviceCould, with their password.');
  await expect(couldConfirm).toContainText('Turn the password offCould not: only a password, no passkey.');
});
