/** How long after the press on "Send to my phone" the push service has the notification, decrypted as a browser decrypts it. */
import { chromium, type Page } from '@playwright/test';
import { TestPhone } from '@/lib/kit/phone/test-phone';
import { PushService } from '@/lib/kit/push/push-service';
import type { PushSubscription } from '@/lib/kit/push/push-subscription';
import { withTimeout } from '@/lib/shared/async/with-timeout';
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

/** In milliseconds. */
const GOAL = 300;
const PATIENCE_MS = 30 * SECOND;

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
    const subscription = await phone.subscribeToPush(service);
    for (let count = 0; count < EACH && latencies.length < REQUESTS; count++) {
      const notified = withTimeout(PATIENCE_MS, nextSignIn(subscription));
      const pressedAt = await pressSend(page, person.userId);
      latencies.push((await notified) - pressedAt);
      await cancel(page);
    }
    phone.close();
    await page.context().close();
  }
  const figure = (share: number) => `${percentile(latencies, share).toFixed(0)} ms`;
  console.log(`"Send to my phone" pressed → notification at the push service, ${latencies.length} requests:`);
  console.log(`  median ${figure(0.5)}, p95 ${figure(0.95)}, slowest ${figure(1)} (goal: p95 under ${GOAL} ms)`);
} finally {
  await browser.close();
  await site.close();
  await service.close();
}

/** @returns when the next notification of a sign-in is there and decrypted, in milliseconds since 1970 */
function nextSignIn(subscription: PushSubscription): Promise<number> {
  return new Promise((resolve) => {
    subscription.onReceived = ({ content }) => {
      if (content?.includes('push-sign-in') === true) resolve(Date.now());
    };
  });
}

/** @returns when the browser had the press, in milliseconds since 1970 */
async function pressSend(page: Page, userId: string): Promise<number> {
  const screen = phoneSignInScreen(page);
  await page.goto('/sign-in/phone');
  await screen.userId.fill(userId);
  await page.evaluate(() => {
    const noted = globalThis as unknown as { pressedAt: number };
    addEventListener('click', () => (noted.pressedAt = Date.now()), { capture: true, once: true });
  });
  await screen.send.click();
  await screen.lookAtYourPhone.waitFor();
  return page.evaluate(() => (globalThis as unknown as { pressedAt: number }).pressedAt);
}

/** Withdraws the request, which leads back to where the sign-in began. */
async function cancel(page: Page): Promise<void> {
  await phoneSignInScreen(page).cancel.click();
  await page.waitForURL('**/sign-in?*');
}
