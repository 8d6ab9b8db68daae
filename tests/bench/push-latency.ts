/** How long after the press on "Send to my phone" the push service has the notification, decrypted as a browser decrypts it. */
import { chromium, type Page } from '@playwright/test';
import { TestPhone } from '@/lib/kit/phone/test-phone';
import { PushService } from '@/lib/kit/push/push-service';
import { SECOND } from '@/lib/shared/time/duration';
import { requestActivation } from '../e2e/flows/request-activation';
import { phoneSignInScreen } from '../e2e/screens/accounts/phone-sign-in-screen';
import { BEHIND_A_PROXY, openPage } from '../faults/open-page';
import { browserOptions } from '../support/browser/browser-options';
import { LoadSite } from '../support/load/load-site';
import { percentile } from '../support/percentile';

const REQUESTS = Number(process.argv[2] ?? 100);
/** Of one user: five in a quarter of an hour is what the site sends. */
const EACH = 4;

const service = await PushService.open();
const env = { ...BEHIND_A_PROXY, TESSERA_PUSH_HOSTS: new URL(service.url).host };
const site = await LoadSite.open({ people: Math.ceil(REQUESTS / EACH), env });
const browser = await chromium.launch(browserOptions());
const latencies: number[] = [];
try {
  for (const person of site.people) {
    const page = await openPage(site, browser, person);
    const phone = await TestPhone.at(site.server.url);
    const { link } = await requestActivation(page);
    await phone.activate(link);
    await page.context().clearCookies();
    const { received } = await phone.subscribeToPush(service);
    for (let count = 0; count < EACH && latencies.length < REQUESTS; count++) {
      const pressedAt = await pressSend(page, person.userId);
      const isHere = () =>
        received.findLast(({ content, at }) => content?.includes('push-sign-in') && at.getTime() >= pressedAt);
      const deadline = Date.now() + 30 * SECOND;
      while (!isHere() && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 5));
      const arrived = isHere();
      if (!arrived) throw new Error('no notification within 30 s');
      latencies.push(arrived.at.getTime() - pressedAt);
    }
    phone.close();
    await page.context().close();
  }
  const figure = (share: number) => `${percentile(latencies, share).toFixed(0)} ms`;
  console.log(`"Send to my phone" pressed → notification at the push service, ${latencies.length} requests:`);
  console.log(`  median ${figure(0.5)}, p95 ${figure(0.95)}, slowest ${figure(1)}`);
} finally {
  await browser.close();
  await site.close();
  await service.close();
}

/** @returns when the browser had the press, in milliseconds since 1970 */
async function pressSend(page: Page, userId: string): Promise<number> {
  const screen = phoneSignInScreen(page);
  let press = screen.send;
  if (await screen.cancel.isVisible()) {
    // The request before this one.
    await screen.cancel.click();
    press = screen.sendAgain;
    await press.waitFor();
  } else {
    await page.goto('/sign-in/phone');
    await screen.userId.fill(userId);
  }
  await page.evaluate(() => {
    const noted = globalThis as unknown as { pressedAt: number };
    addEventListener('click', () => (noted.pressedAt = Date.now()), { capture: true, once: true });
  });
  await press.click();
  await screen.lookAtYourPhone.waitFor();
  return page.evaluate(() => (globalThis as unknown as { pressedAt: number }).pressedAt);
}
