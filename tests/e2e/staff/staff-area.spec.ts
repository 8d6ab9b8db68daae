import { expect } from '@playwright/test';
import { alertIn } from '../../support/browser/alert-in';
import { findUserScreen } from '../screens/staff/find-user-screen';
import { reissueScreen } from '../screens/staff/reissue-screen';
import { openSession } from '../flows/open-session';
import { PASSWORD } from '@/lib/kit/server/server';
import { staffAccount } from '../fixtures/accounts';
import { addDevice } from '../flows/add-device';
import { signIn, signInAsStaff } from '../flows/sign-in';
import { areaScreen } from '../screens/area-screen';
import { devicesScreen } from '../screens/devices-screen';
import { test } from '../fixtures/test';

test('staff start in the staff area, with devices too, and find their devices in the menu', async ({ page, phone }) => {
  const both = { userId: 'helpdesk', password: PASSWORD };
  const area = areaScreen(page);
  await signInAsStaff(page, both);
  await expect(area.staff).toHaveAttribute('aria-current');
  await area.account.click();
  await area.yourDevices.click();
  await expect(devicesScreen(page).heading).toBeVisible();
  await addDevice(page, phone);
  await page.context().clearCookies();
  await signInAsStaff(page, both);
  await expect(page).toHaveURL(/\/helpdesk$/);
  await expect(area.staff).toHaveAttribute('aria-current');
  await page.goto('/');
  await expect(devicesScreen(page).heading).toBeVisible();
  await page.getByRole('banner').getByRole('link').first().click();
  await expect(page).toHaveURL(/\/helpdesk$/);
});

test('staff who are no users have the staff area only', async ({ page }) => {
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

test('each role starts where its work is, and reads that another role’s page is not for it', async ({ page }) => {
  const starts = {
    'helpdesk-agent': '/helpdesk',
    'helpdesk-approver': '/helpdesk/approvals',
    administrator: '/helpdesk/status',
    auditor: '/helpdesk/audit',
  } as const;
  for (const [role, path] of Object.entries(starts)) {
    await openSession(page, staffAccount(role as keyof typeof starts));
    const start = await page.request.get('/');
    expect(new URL(start.url()).pathname, role).toBe(path);
    expect((await start.text()).includes('href="/helpdesk/alarms"'), role).toBe(role !== 'auditor');
  }
  await page.goto('/helpdesk/users/jane.doe');
  await expect(page.getByRole('heading', { name: 'Your account may not see this page' })).toBeVisible();
  await expect(areaScreen(page).section('Audit log')).toBeVisible();
});

test('staff work by the keyboard: search, rows, and the palette', async ({ page }) => {
  await openSession(page, staffAccount('helpdesk-agent'));
  await page.goto('/helpdesk');
  const { search } = findUserScreen(page);
  await expect(search).toBeFocused();
  await page.keyboard.type('person');
  await page.keyboard.press('Enter');
  const rows = page.getByRole('table', { name: 'Users' }).getByRole('link');
  await expect(rows.first()).toBeVisible();
  // The search is a page load, and a key before its script is there moves nothing.
  await expect(async () => {
    await rows.first().focus();
    await page.keyboard.press('ArrowDown');
    await expect(rows.nth(1)).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.keyboard.press('j');
  await expect(rows.nth(2)).toBeFocused();
  await page.keyboard.press('k');
  await expect(rows.nth(1)).toBeFocused();
  await page.keyboard.press('/');
  await expect(search).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(rows.first()).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByRole('complementary').getByRole('link', { name: 'User page' }).click();
  await expect(page).toHaveURL(/\/helpdesk\/users\/person\./);

  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: 'Section or user' });
  await expect(field).toBeFocused();
  await field.fill('jane.d');
  await expect(page.getByRole('listbox').getByRole('option')).toContainText(['jane.doe']);
  await field.fill('numb');
  await expect(page.getByRole('listbox').getByRole('option', { selected: true })).toHaveText(/Numbers/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/helpdesk\/numbers/);
  await page.keyboard.press('/');
  await expect(search).toBeFocused();
  await page.keyboard.press('Control+k');
  await expect(field).toBeVisible();
  await page.getByLabel('The / key leads to the search').uncheck();
  await page.keyboard.press('Escape');
  await expect(field).toBeHidden();

  await page.reload();
  await expect(async () => {
    await page.keyboard.press('/');
    await page.keyboard.press('Control+k');
    // What `/` had opened would have the focus in its field, and a second one could not open.
    await expect(field).toBeFocused({ timeout: 500 });
  }).toPass();
  await expect(field).toHaveValue('');
  await expect(page.getByLabel('The / key leads to the search')).not.toBeChecked();

  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.keyboard.press('Control+k');
  await expect(field).toBeFocused();
  await expect(field).toHaveAccessibleDescription('Section, name, user ID, email, ticket or serial number');
});

test('staff on a large screen read a user beside the list, and return to the row', async ({ page }) => {
  await openSession(page, staffAccount('helpdesk-agent'));
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.goto('/helpdesk?q=person&sort=userId');
  const row = page.getByRole('table', { name: 'Users' }).getByRole('link', { name: 'Person 2', exact: true });
  const panel = page.getByRole('complementary', { name: 'Person 2' });
  const heading = panel.getByRole('heading', { name: 'Person 2' });
  await row.press('Enter');
  await expect(heading).toBeFocused();
  await expect(page).toHaveURL(/sort=userId&person=person\.2$/);
  await expect(panel.getByRole('button', { name: 'Send a new activation' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(row).toBeFocused();
  await expect(panel).toBeHidden();
  await page.goBack();
  await expect(heading).toBeFocused();
  await page.reload();
  await expect(heading).toBeVisible();
  await panel.getByRole('link', { name: 'Close' }).click();
  await expect(row).toBeFocused();

  await page.setViewportSize({ width: 390, height: 844 });
  await row.click();
  await expect(page).toHaveURL(/\/helpdesk\/users\/person\.2$/);
});

test('staff sort a list by its columns across pages, and the address keeps the order', async ({ page }) => {
  await openSession(page, staffAccount('helpdesk-agent'));
  await page.goto('/helpdesk?q=person');
  const table = page.getByRole('table', { name: 'Users' });
  const names = table.getByRole('rowheader');
  const header = table.getByRole('columnheader', { name: 'Name' });
  await expect(header).not.toHaveAttribute('aria-sort');
  await header.getByRole('button', { name: 'Name' }).press('Enter');
  await expect(header).toHaveAttribute('aria-sort', 'ascending');
  await expect(page).toHaveURL(/\?q=person&sort=name$/);
  const rising = await names.allTextContents();
  expect(rising).toEqual(rising.toSorted(new Intl.Collator('en', { numeric: true }).compare));
  await expect(header.getByRole('button')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(header).toHaveAttribute('aria-sort', 'descending');
  await expect(names.first()).not.toHaveText(rising[0] ?? '');
  const falling = await names.allTextContents();
  await page.getByRole('link', { name: 'Next page' }).click();
  await expect(names.first()).not.toHaveText(falling[0] ?? '');
  const next = await names.allTextContents();
  expect(next.filter((name) => falling.includes(name))).toEqual([]);
  await page.reload();
  await expect(header).toHaveAttribute('aria-sort', 'descending');
  await expect(names).toHaveText(next);
  await expect(table.getByRole('columnheader', { name: 'Email' }).getByRole('button')).toHaveCount(0);
  const devices = table.getByRole('columnheader', { name: 'Devices' });
  await devices.getByRole('button', { name: 'Devices' }).press('Enter');
  await expect(devices).toHaveAttribute('aria-sort', 'ascending');
  await expect(page).toHaveURL(/sort=devices/);
  await expect(table.getByRole('row').nth(1)).toContainText(/No device|Locked out/);
});

test('an administrator sees how the site runs and its settings, but no secret', async ({ page }) => {
  await openSession(page, staffAccount('administrator'));
  await page.goto('/helpdesk/status');
  const parts = page.getByRole('list', { name: 'Parts of the site' }).getByRole('listitem');
  const part = (name: string) => parts.filter({ has: page.getByRole('heading', { name, exact: true }) });
  await expect(part('Activation service')).toContainText('Works');
  await expect(part('Database')).toContainText('schema up to date');
  await expect(part('Email')).toContainText(/\d+ waiting/);
  await expect(part('Audit log')).toContainText(/[1-9]\d* records?, signed at intervals of/);
  await expect(part('Keys')).toContainText('encrypts');

  const open = page.getByRole('list', { name: 'What is still open' }).getByRole('listitem');
  await expect(open.filter({ hasText: 'Only this computer reaches the site' })).toBeVisible();
  await expect(open.filter({ hasText: 'Emails are written to files' })).toBeVisible();
  await expect(open.filter({ hasText: 'helpdesk agent' })).toHaveCount(0);

  const changed = page.getByRole('table', { name: 'Settings that differ from the default' });
  await expect(changed.getByRole('row').filter({ hasText: 'TESSERA_DEMO_PASSWORD' })).not.toContainText(PASSWORD);
  await expect(changed.getByRole('row').filter({ hasText: 'TESSERA_SESSION_SECONDS' })).toHaveCount(0);
  const secret = page.getByRole('row').filter({ hasText: 'TESSERA_SESSION_SECRET' });
  await expect(secret.filter({ visible: true })).toHaveCount(0);
  await page.getByText('All settings', { exact: true }).click();
  await expect(secret.filter({ visible: true })).toContainText(/Set|generated/);
});

test('rows of a staff table are 36 pixels high, press as a whole, and begin below the bar', async ({ page }) => {
  await openSession(page, staffAccount('helpdesk-agent'));
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto('/helpdesk?q=person&sort=userId');
  const rows = page.getByRole('table', { name: 'Users' }).getByRole('row');
  const row = rows.nth(2);
  const box = await row.boundingBox();
  expect(box?.height).toBeLessThanOrEqual(38);
  expect(box?.height).toBeGreaterThanOrEqual(36);
  // The last column has no link of its own.
  await page.mouse.click((box?.x ?? 0) + (box?.width ?? 0) - 12, (box?.y ?? 0) + 18);
  await expect(page).toHaveURL(/person=person\./);
  await page.evaluate(() => scrollTo(0, 400));
  const head = await rows.first().getByRole('columnheader').first().boundingBox();
  expect(head?.y).toBeLessThanOrEqual(1);
});

test('a staff page stays as it is when its palette cannot be loaded, and opens it once it can', async ({
  page,
  context,
  account,
}) => {
  await openSession(page, staffAccount('helpdesk-agent'));
  await page.goto(`/helpdesk/users/${account.userId}/reissue`);
  const { ticket } = reissueScreen(page);
  await ticket.fill('T-4711');
  await context.setOffline(true);
  await page.keyboard.press('Control+k');
  await expect(alertIn(page).filter({ hasText: 'could not be loaded' })).toBeVisible();
  await page.getByRole('button', { name: 'Close' }).click();
  await expect(ticket).toHaveValue('T-4711');
  await context.setOffline(false);
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Section or user' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(ticket).toHaveValue('T-4711');
});
