import { expect } from '@playwright/test';
import { names } from '@/lib/shared/names';
import { alertIn } from '../../support/browser/alert-in';
import { findAccessibilityViolations } from '../../support/browser/find-accessibility-violations';
import { activateVendorPhone } from '../../support/onespan/vendor-phones';
import { valueOf } from '../../support/phones/activate-device';
import { test, useOneSpan } from '../fixtures/onespan-test';

useOneSpan({ settings: () => ({ ONESPAN_PUSH_KEYWORD: 'push' }) });

test('a person of the vendor’s server signs in by a push, and a confirmation that they decline is none', async ({
  page,
  server,
  oneSpan,
}) => {
  const { userId, phone } = await activateVendorPhone(oneSpan);
  const received = async () => valueOf(await phone.receive(oneSpan.state.challenges));
  const { phoneSignIn } = names;

  await test.step('the sign-in page offers a push and no image, and the phone types no number', async () => {
    await page.goto('/sign-in');
    await page.getByRole('link', { name: names.signIn.withPhone }).click();
    const form = page.getByRole('region', { name: 'Send a request to your phone' });
    await form.getByLabel(phoneSignIn.userId).fill(userId);
    await expect(page.getByRole('button', { name: phoneSignIn.showImage })).toBeHidden();
    await form.getByRole('button', { name: phoneSignIn.send }).click();
    await expect(page.getByText('Check that your phone shows this site and this browser')).toBeVisible();
    await expect(page.getByText(phoneSignIn.number)).toBeHidden();
    await expect(page.getByRole('button', { name: phoneSignIn.showImage })).toBeHidden();
    expect(await findAccessibilityViolations(page)).toEqual([]);
  });

  const login = await received();
  expect(login.text).toContain(new URL(server.url).host);
  await login.approve();
  await expect(page).not.toHaveURL(/sign-in/);

  await test.step('a confirmation that is declined on the phone is not confirmed, and may be sent again', async () => {
    await page.goto('/sign-in/phone?confirm=1&next=/profile');
    await expect(page.getByRole('heading', { name: names.proof.confirmWithPhone })).toBeVisible();
    await page.getByRole('button', { name: 'Send a request to my phone' }).click();
    await (await received()).refuse();
    await expect(alertIn(page).filter({ hasText: 'Not confirmed' })).toBeVisible();
    await expect(page.getByRole('button', { name: phoneSignIn.newImage })).toBeHidden();
    await expect(page.getByRole('button', { name: 'Send a request to my phone' })).toBeVisible();
    expect(await findAccessibilityViolations(page)).toEqual([]);
  });
});
