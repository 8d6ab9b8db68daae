import type { BrowserContext, Page } from '@playwright/test';
import { PhoneBrowser } from '../../support/phones/phone-browser';
import { HANG_MS } from '../../support/poll';
import { Server } from '../../support/servers/server';
import { nextAccount } from '../fixtures/accounts';
import { test as shared } from '../fixtures/test';

type PhoneFixtures = {
  /** A phone that has nothing on it. */
  phoneContext: BrowserContext;
  /** The phone app's tab. */
  phonePage: Page;
  /** The site in a browser in which nobody is signed in. */
  signInPage: Page;
};

/** Tests with the phone app in a browser of its own, beside the site in another. */
export const test = shared.extend<PhoneFixtures, { phoneBrowser: PhoneBrowser; localhostServer: Server }>({
  // WebAuthn takes no IP address for a site, so these tests reach the server by its name.
  localhostServer: [
    async ({ template }, use) => {
      const server = await Server.start({ template, hostname: 'localhost' });
      await use(server);
      await server.dispose();
    },
    { scope: 'worker', timeout: 2 * HANG_MS },
  ],
  server: async ({ localhostServer }, use) => use(localhostServer),
  account: async ({ server }, use) => use(nextAccount(server)),
  phoneBrowser: [
    async ({ browserName: _browserName }, use) => {
      const browser = await PhoneBrowser.start();
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  phoneContext: async ({ phoneBrowser, server }, use) => {
    const phone = await phoneBrowser.newPhone({ baseURL: server.url });
    await use(phone);
    await phone.close();
  },
  phonePage: async ({ phoneContext }, use) => use(await phoneContext.newPage()),
  signInPage: async ({ browser, server }, use) => {
    const page = await browser.newPage({ baseURL: server.url });
    await use(page);
    await page.close();
  },
});

/** For tests that stop the server or move its clock. */
export const isolatedTest = test.extend({
  server: async ({ template }, use) => {
    const server = await Server.start({ template, hostname: 'localhost' });
    await use(server);
    await server.dispose();
  },
});
