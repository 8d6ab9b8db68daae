import { expect, type Page } from '@playwright/test';
import { names } from '@/lib/shared/names';
import { alertIn } from '../../support/browser/alert-in';
import { findAccessibilityViolations } from '../../support/browser/find-accessibility-violations';
import { activateVendorPhone } from '../../support/onespan/vendor-phones';
import { valueOf } from '../../support/phones/activate-device';
import { AGENT, test, useOneSpan } from '../fixtures/onespan-test';
import { signInAsStaff } from '../flows/sign-in';

useOneSpan({ settings: () => ({ ONESPAN_SCAN: 'qr' }) });

const { phoneSignIn } = names;

/** The digits beside an image. */
async function keyOn(page: Page): Promise<string> {
  const key = page.getByRole('status', { name: 'Scan the image with the app, or type this code there:' });
  await expect(key).toHaveText(/^\d{10}$/);
  return (await key.textContent()) ?? '';
}

async function askFor(page: Page, userId: string): Promise<void> {
  await page.goto('/sign-in/phone');
  const form = page.getByRole('region', { name: 'Get an image for your phone' });
  await form.getByLabel(phoneSignIn.userId).fill(userId);
  await form.getByRole('button', { name: phoneSignIn.showFirstImage }).click();
}

test('a person of the vendor’s server signs in by an image, and confirms by another', async ({ page, oneSpan }) => {
  const { userId, phone } = await activateVendorPhone(oneSpan);

  await test.step('the page asks who it is, says why nothing is sent, and shows the image with its key', async () => {
    await askFor(page, userId);
    await expect(page.getByRole('img', { name: phoneSignIn.image })).toBeVisible();
    expect(await findAccessibilityViolations(page)).toEqual([]);
  });

  const login = valueOf(await phone.read(await keyOn(page)));
  await login.approve();
  await expect(page).not.toHaveURL(/sign-in/);

  await test.step('a change is confirmed by an image that the phone scans, and one that it declines is not', async () => {
    await page.goto('/sign-in/phone?confirm=1&next=/profile');
    await expect(page.getByText('A request to your phone: off, because it is not switched on here.')).toBeVisible();
    await page.getByRole('button', { name: phoneSignIn.showFirstImage }).click();
    await valueOf(await phone.read(await keyOn(page))).refuse();
    await expect(alertIn(page).filter({ hasText: 'Not confirmed' })).toBeVisible();
    await page.getByRole('button', { name: phoneSignIn.newImage }).click();
    await valueOf(await phone.read(await keyOn(page))).approve();
    await expect(page).toHaveURL(/^[^?]+\/profile$/);
  });

  await test.step('what the phone cannot say is said on the page, with what to do instead', async () => {
    await page.goto('/profile/not-me');
    await expect(page.getByText('because your authenticator app has no such function')).toBeVisible();
    await expect(page.getByRole('button', { name: names.profile.signOutEverywhere })).toBeVisible();
    expect(await findAccessibilityViolations(page)).toEqual([]);
  });
});

test('threat: a stranger who tries names — gets an image for each, which looks alike', async ({ page }) => {
  await askFor(page, 'nobody.at.all');
  await expect(page.getByRole('img', { name: phoneSignIn.image })).toBeVisible();
  await keyOn(page);
});

test('an agent reads the digits out, and the caller’s phone confirms', async ({ page, oneSpan }) => {
  const { userId, phone } = await activateVendorPhone(oneSpan);
  await signInAsStaff(page, AGENT);
  await page.goto(`/helpdesk/users/${userId}`);
  await page.getByRole('button', { name: names.reissue.askPhone }).click();
  const digits = page.getByRole('status', { name: 'Digits for the caller’s app' });
  await expect(digits).toHaveText(/^\d{10}$/);
  await valueOf(await phone.read((await digits.textContent()) ?? '')).approve();
  await expect(page.getByText('Confirmed by the caller')).toBeVisible();
});
