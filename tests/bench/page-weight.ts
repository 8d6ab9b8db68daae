/** Bytes of script that a browser without anything in its cache receives for a page, before it is idle. */
import { setTimeout as delay } from 'node:timers/promises';
import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { SECOND } from '@/lib/shared/time/duration';
import { signIn } from '../e2e/flows/sign-in';
import { startActivation } from '../e2e/flows/start-activation';
import { phoneApp } from '../e2e/screens/phone-app';
import { weighScript } from '../support/browser/script-weight';
import { PASSWORD } from '@/lib/kit/server/server';
import { withServerAndBrowser } from './parts/with-server-and-browser';

const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1).padStart(8)} KB`;

/**
 * Prints every script and their sum.
 * @param use what is done on the page; scripts that it loads on the way count, those of workers too
 */
async function printWeight(
  name: string,
  browser: Browser,
  options: BrowserContextOptions,
  use: (page: Page) => Promise<void>,
): Promise<void> {
  // The service worker fetches everything a second time for itself.
  const context = await browser.newContext({ ...options, serviceWorkers: 'block' });
  const page = await context.newPage();
  const weigh = await weighScript(page);
  await use(page);
  // A page that follows its activation always has a request open, so there is no end of the network to wait for.
  await delay(3 * SECOND);
  const sizes = await weigh();
  console.log(name);
  for (const [path, size] of sizes) console.log(`${kilobytes(size)}  ${path}`);
  const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  console.log(`${kilobytes(total)}  script in all, compressed as sent, ${sizes.size} files`);
  await context.close();
}

await withServerAndBrowser(async (server, browser) => {
  const context = await browser.newContext({ baseURL: server.url });
  const first = await context.newPage();
  await signIn(first, { userId: 'jane.doe', password: PASSWORD });
  await startActivation(first);
  const signedIn = { baseURL: server.url, storageState: await context.storageState() };
  await printWeight('Activation page', browser, signedIn, async (page) => {
    await page.goto(first.url());
  });
  await printWeight(
    'Scan screen of the phone app, decoder included',
    browser,
    { baseURL: server.url },
    async (page) => {
      await page.goto('/authenticator');
      await phoneApp(page).scanCode.click();
    },
  );
});
