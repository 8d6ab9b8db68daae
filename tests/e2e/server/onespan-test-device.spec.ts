import { expect } from '@playwright/test';
import { names } from '@/lib/names';
import { findAccessibilityViolations } from '../../support/browser/find-accessibility-violations';
import { activateVendorPhone } from '../../support/onespan/vendor-phones';
import { valueOf } from '../../support/phones/activate-device';
import { openSession } from '../flows/open-session';
import { test, useOneSpan } from '../fixtures/onespan-test';

useOneSpan({
  settings: () => ({
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
