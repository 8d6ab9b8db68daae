import { expect } from '@playwright/test';
import { names } from '@/lib/shared/names';
import { alertIn } from '../../support/browser/alert-in';
import { findAccessibilityViolations } from '../../support/browser/find-accessibility-violations';
import { activateVendorPhone } from '../../support/onespan/vendor-phones';
import { valueOf } from '../../support/phones/activate-device';
import { AGENT, test, useOneSpan } from '../fixtures/onespan-test';
import { signInAsStaff } from '../flows/sign-in';

useOneSpan({
  pushRequest: { method: 'KeywordPassword', keyword: 'push' },
  settings: () => ({ ONESPAN_PUSH_KEYWORD: 'push', ONESPAN_PUSH_REQUEST_METHOD: 'KeywordPassword' }),
});

test('where the policy wants the password, a person types it for each request to their phone', async ({
  page,
  oneSpan,
}) => {
  const { userId, phone } = await activateVendorPhone(oneSpan);
  const received = async () => valueOf(await phone.receive(oneSpan.state.challenges));

  await test.step('the sign-in page asks for it with the user ID', async () => {
    await page.goto('/sign-in/phone');
    const form = page.getByRole('region', { name: 'Send a request to your phone' });
    await form.getByLabel(names.phoneSignIn.userId).fill(userId);
    await form.getByLabel(names.signIn.password, { exact: true }).fill('Secret-1');
    await form.getByRole('button', { name: names.phoneSignIn.send }).click();
    await (await received()).approve();
    await expect(page).not.toHaveURL(/sign-in/);
  });

  await test.step('a confirmation asks for it, and again for another request', async () => {
    await page.goto('/sign-in/phone?confirm=1&next=/profile');
    const password = page.getByLabel(names.proof.password, { exact: true });
    const send = page.getByRole('button', { name: 'Send a request to my phone' });
    await expect(page.getByText('An image to scan: off, because it is not switched on here.')).toBeVisible();
    await password.fill('Secret-1');
    await send.click();
    await (await received()).refuse();
    await expect(alertIn(page).filter({ hasText: 'Not confirmed' })).toBeVisible();
    await expect(password).toHaveValue('');
    expect(await findAccessibilityViolations(page)).toEqual([]);
    await password.fill('Secret-1');
    await send.click();
    await (await received()).approve();
    await expect(page).toHaveURL(/^[^?]+\/profile$/);
  });
});

test('an agent reads why a caller’s phone is not asked', async ({ page, oneSpan }) => {
  const { userId } = await activateVendorPhone(oneSpan);
  await signInAsStaff(page, AGENT);
  await page.goto(`/helpdesk/users/${userId}/reissue`);
  await expect(page.getByText('because it takes the person’s own password, which nobody else may hear')).toBeVisible();
});
