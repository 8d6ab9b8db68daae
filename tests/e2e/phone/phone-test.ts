import type { Page } from '@playwright/test';
import { PhoneBrowser } from '../../support/phone-browser';
import { Server } from '../../support/server';
import { nextAccount } from '../accounts';
import { test as shared } from '../test';

type PhoneFixtures = {
  /** The phone app's page, on a phone that has nothing on it. */
  phonePage: Page;
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
    { scope: 'worker', timeout: 90_000 },
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
  phonePage: async ({ phoneBrowser, server }, use) => {
    phoneBrowser.camera.showNothing();
    const phone = await phoneBrowser.newPhone({ baseURL: server.url });
    await use(await phone.newPage());
    await phone.close();
  },
});
