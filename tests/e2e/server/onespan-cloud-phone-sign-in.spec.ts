import { expect, type Page } from '@playwright/test';
import { findCode } from '@/lib/phone/scanning/find-code';
import { names } from '@/lib/shared/names';
import { PNG } from 'pngjs';
import { alertIn } from '../../support/browser/alert-in';
import { findAccessibilityViolations } from '../../support/browser/find-accessibility-violations';
import { activateVendorPhone } from '../../support/onespan/vendor-phones';
import { valueOf } from '../../support/phones/activate-device';
import { JANE, test } from '../fixtures/onespan-cloud-test';

test.use({ cloudSettings: { ONESPAN_CLOUD_PUSH: '1', ONESPAN_CLOUD_TYPED_RESPONSE: '1' } });

const { phoneSignIn, typedResponse } = names;

/** What the image says, as a device reads it. */
async function messageOf(page: Page): Promise<string> {
  const source = (await page.getByRole('img', { name: typedResponse.image }).getAttribute('src')) ?? '';
  const found = findCode(PNG.sync.read(Buffer.from(source.replace(/^data:image\/png;base64,/, ''), 'base64')));
  if (!found) throw new Error('the image cannot be read');
  return found.text;
}

test('a site’s user signs in at the cloud by a push, refuses a confirmation, and types what their device shows', async ({
  page,
  oneSpan,
}) => {
  const { phone } = await activateVendorPhone(oneSpan, { userId: JANE.userId });
  const received = async () => valueOf(await phone.receive(oneSpan.state.challenges));

  await test.step('a push signs in, and the page does not claim that the phone shows the site', async () => {
    await page.goto('/sign-in');
    await page.getByRole('link', { name: names.signIn.withPhone }).click();
    const form = page.getByRole('region', { name: 'Send a request to your phone' });
    await form.getByLabel(phoneSignIn.userId).fill(JANE.userId);
    await form.getByRole('button', { name: phoneSignIn.send }).click();
    await expect(page.getByText('It doesn’t show which site sends it')).toBeVisible();
    await expect(page.getByText('Check that your phone shows this site')).toBeHidden();
    await (await received()).approve();
    await expect(page).not.toHaveURL(/sign-in/);
  });

  await test.step('a confirmation that is refused on the phone says so', async () => {
    await page.goto('/sign-in/phone?confirm=1&next=/profile');
    await page.getByRole('button', { name: 'Send a request to my phone' }).click();
    await (await received()).refuse();
    await expect(alertIn(page).filter({ hasText: 'Cancelled on the phone' })).toBeVisible();
  });

  await test.step('a typed code confirms the session, after a wrong one was corrected', async () => {
    await page.getByRole('link', { name: phoneSignIn.typeResponse }).click();
    await page.getByRole('button', { name: typedResponse.showImage }).click();
    const code = page.getByLabel(typedResponse.response);
    await expect(page.getByText(/^[23]:\d\d$/)).toBeVisible();
    await expect(code).toHaveAttribute('autocomplete', 'one-time-code');
    expect(await findAccessibilityViolations(page)).toEqual([]);
    const response = await phone.respondTo(await messageOf(page));
    await code.fill('0000');
    await page.getByRole('button', { name: typedResponse.confirm, exact: true }).click();
    await expect(code).toHaveAccessibleDescription(/That isn’t the code for this image/);
    await code.fill(`${response.slice(0, 4)} ${response.slice(4)}`);
    await page.getByRole('button', { name: typedResponse.confirm, exact: true }).click();
    await expect(page).toHaveURL(/^[^?]+\/profile$/);
  });

  await test.step('a typed code signs in, and the second wrong one ends its image', async () => {
    await page.context().clearCookies();
    await page.goto('/sign-in/phone?next=%2Fprofile');
    await page.getByRole('link', { name: phoneSignIn.typeResponse }).click();
    await expect(page.getByRole('heading', { name: typedResponse.heading })).toBeVisible();
    await page.getByLabel(phoneSignIn.userId).fill(JANE.userId);
    await page.getByRole('button', { name: typedResponse.showImage }).click();
    const code = page.getByLabel(typedResponse.response);
    for (const wrong of ['0000', '1111']) {
      await code.fill(wrong);
      await page.getByRole('button', { name: typedResponse.signIn }).click();
      await expect(alertIn(page)).toBeVisible();
    }
    await expect(alertIn(page)).toContainText('too many wrong codes');
    expect(await findAccessibilityViolations(page)).toEqual([]);
    await page.getByRole('button', { name: phoneSignIn.newImage }).click();
    await page.getByLabel(typedResponse.response).fill(await phone.respondTo(await messageOf(page)));
    await page.getByRole('button', { name: typedResponse.signIn }).click();
    await expect(page).toHaveURL(/^[^?]+\/profile$/);
  });
});
