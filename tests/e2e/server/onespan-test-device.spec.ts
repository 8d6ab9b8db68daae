import { expect } from '@playwright/test';
import { poll } from '@/lib/kit/poll';
import { names } from '@/lib/shared/names';
import { DAY } from '@/lib/shared/time/duration';
import { alertIn } from '../../support/browser/alert-in';
import { findAccessibilityViolations } from '../../support/browser/find-accessibility-violations';
import { activateVendorPhone } from '../../support/onespan/vendor-phones';
import { valueOf } from '../../support/phones/activate-device';
import { openSession } from '../flows/open-session';
import { JOHN, test, useOneSpan } from '../fixtures/onespan-test';

const HARDWARE = '0097000004';

useOneSpan({
  tokens: [
    { serialNumber: HARDWARE, type: 'DP270', kind: 'event', owner: { userId: JOHN.userId, domain: 'example.org' } },
  ],
  settings: () => ({
    ONESPAN_HARDWARE_TEST: '1',
    ONESPAN_PUSH_KEYWORD: 'push',
    TESSERA_LEGACY_PATHS: '/selfmgmt',
    TESSERA_PROBATION_HOURS: '0',
  }),
});

test('a user tests the device by a code, and by a request that the phone answers', async ({ page, oneSpan }) => {
  const { userId, phone } = await activateVendorPhone(oneSpan);
  const password = oneSpan.state.accounts.find(userId)?.staticPassword ?? '';
  await openSession(page, { userId, password });
  await page.goto('/selfmgmt/?action=logintest');
  await expect(page).toHaveURL(/\/authenticators\/[^/]+#test$/);
  await expect(page.getByLabel(names.testLogin.oneTimePassword)).toBeVisible();
  expect(await findAccessibilityViolations(page)).toEqual([]);

  await page.getByRole('link', { name: 'Send a request to my phone' }).click();
  await expect(page.getByText('A test: see whether the request reaches your phone')).toBeVisible();
  await page.getByRole('button', { name: 'Send a request to my phone' }).click();
  await valueOf(await phone.receive(oneSpan.state.challenges)).approve();
  await expect(page.getByText('Your phone answered the request.')).toBeVisible();
  expect(await findAccessibilityViolations(page)).toEqual([]);
});

test('a user without a device is led to activating one', async ({ page, oneSpan }) => {
  const { userId, staticPassword } = oneSpan.state.accounts.add({ userId: 'no.device', staticPassword: 'Password-1' });
  await openSession(page, { userId, password: staticPassword ?? '' });
  await page.goto('/authenticators/test');
  await expect(page.getByRole('heading', { level: 1, name: names.testLogin.testDevice })).toBeVisible();
  await expect(page.getByRole('link', { name: names.devices.activate })).toBeVisible();
  expect(await findAccessibilityViolations(page)).toEqual([]);
});

test('a user with a hardware authenticator alone tests that, and reads of no phone', async ({ page }) => {
  await openSession(page, JOHN);
  await page.goto('/selfmgmt/?action=logintest');
  await expect(page).toHaveURL(new RegExp(`/authenticators/${HARDWARE}#test$`));
  await page.getByLabel(names.testLogin.oneTimePassword).fill('000000');
  await page.getByRole('button', { name: names.testLogin.tryOut }).click();
  const code = page.locator('form:has([name=oneTimePassword])');
  await expect(alertIn(code)).toHaveText('That code didn’t work. Enter the one that your device shows now.');
});

test('a leaflet’s page for unlocking says how an account is unlocked', async ({ page }) => {
  await page.goto('/selfmgmt/?action=selfunlock');
  await expect(page.getByText('Only your helpdesk can unlock it.')).toBeVisible();
  expect(await findAccessibilityViolations(page)).toEqual([]);
});

test('a freeze says beforehand that it removes phones, and removes them', async ({ page, oneSpan }) => {
  const { userId, account, device } = await activateVendorPhone(oneSpan);
  await openSession(page, { userId, password: account.staticPassword ?? '' });
  await page.goto('/profile/freeze');
  await expect(page.getByText('Removes all your phones')).toBeVisible();
  await page.getByRole('button', { name: 'Freeze my account' }).click();
  await expect(page).toHaveURL(/\/frozen$/);
  await poll('the removal', async () => {
    const left = await oneSpan.gateway.listInstances(account);
    return left.every(({ instanceId }) => instanceId !== device.instanceId);
  });
});

test('an expired device says so, on the start page and at its own address, and leads to a new one', async ({
  page,
  oneSpan,
}) => {
  const { userId, account, device } = await activateVendorPhone(oneSpan);
  for (const record of oneSpan.state.records.listOf(account)) record.expiresAt = new Date(Date.now() - DAY);
  await openSession(page, { userId, password: account.staticPassword ?? '' });
  for (const path of ['/', `/authenticators/${device.instanceId}`]) {
    await page.goto(path);
    await expect(page.getByText(`${device.instanceId} has expired`)).toBeVisible();
    await expect(page.getByRole('main').getByText(names.devices.activate, { exact: true })).toBeVisible();
    expect(await findAccessibilityViolations(page)).toEqual([]);
  }
});
