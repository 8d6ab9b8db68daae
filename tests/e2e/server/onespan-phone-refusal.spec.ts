import { expect } from '@playwright/test';
import { VendorPhone } from '@/lib/kit/phone/vendor-phone';
import { fetchGatewayAddress } from '@/lib/phone/gateway-address';
import { names } from '@/lib/shared/names';
import { activateVendorPhone } from '../../support/onespan/vendor-phones';
import { valueOf } from '../../support/phones/activate-device';
import { alertIn } from '../../support/browser/alert-in';
import { test, useOneSpan } from '../fixtures/onespan-test';

useOneSpan({ isRelayed: true, settings: () => ({ ONESPAN_PUSH_KEYWORD: 'push' }) });

test('a sign-in that is refused on a phone behind the relay is cancelled on the page, and the next one works', async ({
  page,
  server,
  oneSpan,
}) => {
  const { userId, device } = await activateVendorPhone(oneSpan);
  const phone = new VendorPhone({ ...(await fetchGatewayAddress(oneSpan.phoneUrl)), gatewayUrl: server.url }, device);
  const received = async () => valueOf(await phone.receive(oneSpan.state.challenges));
  await page.goto('/sign-in/phone');
  const form = page.getByRole('region', { name: 'Send a request to your phone' });
  await form.getByLabel(names.phoneSignIn.userId).fill(userId);
  await form.getByRole('button', { name: names.phoneSignIn.send }).click();
  await (await received()).refuse();
  await expect(alertIn(page).filter({ hasText: 'Cancelled on the phone' })).toBeVisible();

  await page.getByRole('button', { name: names.phoneSignIn.sendAgain }).click();
  await (await received()).approve();
  await expect(page).not.toHaveURL(/sign-in/);
});
