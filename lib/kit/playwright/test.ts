import { test as base } from '@playwright/test';
import type { PhoneOptions } from '../phone/test-phone';
import { Site } from '../server/site';
import { KitClock } from './kit-clock';
import { KitGateway } from './kit-gateway';
import { KitLetters, KitMailbox } from './kit-mailbox';
import { KitPeople } from './kit-people';
import { KitServiceAccounts } from './kit-service-accounts';
import { PagePhone } from './page-phone';

type WorkerFixtures = {
  /** Settings of the kit's server, as environment variables: `test.use({ tesseraEnv: { … } })` at the top of a file. */
  tesseraEnv: Record<string, string>;
  /** The site: a server for each worker, or the one that `TESSERA_TEST_URL` names. `page.goto('/')` goes there. */
  tessera: Site;
};

type Fixtures = {
  people: KitPeople;
  /** Systems that call the API. */
  serviceAccounts: KitServiceAccounts;
  /** One for each test. */
  phone: PagePhone;
  /** Makes more of them. */
  phones: (options?: PhoneOptions) => Promise<PagePhone>;
  gateway: KitGateway;
  mailbox: KitMailbox;
  letters: KitLetters;
  clock: KitClock;
};

/** Starting takes seconds; a minute and more is a machine that is busy. */
const START_TIMEOUT_MS = 180_000;

/** Playwright's, with a site, its people and their phones. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  tesseraEnv: [{}, { option: true, scope: 'worker' }],
  tessera: [
    async ({ tesseraEnv }, use) => {
      const running = process.env['TESSERA_TEST_URL'];
      const site = running === undefined ? await Site.start({ env: tesseraEnv }) : Site.at(running);
      await use(site);
      await site.stop();
    },
    { scope: 'worker', timeout: START_TIMEOUT_MS },
  ],
  baseURL: async ({ tessera }, use) => use(tessera.url),
  people: async ({ tessera }, use) => use(new KitPeople(tessera)),
  serviceAccounts: async ({ tessera }, use) =>
    use(new KitServiceAccounts(tessera, process.env['TESSERA_TEST_API_KEY'])),
  gateway: async ({ browserName: _browserName }, use) => use(new KitGateway()),
  phones: async ({ tessera, gateway: { network } }, use) => {
    const made: PagePhone[] = [];
    await use(async (options) => {
      const phone = await PagePhone.of(tessera, { now: () => tessera.now, network, ...options });
      made.push(phone);
      return phone;
    });
    for (const phone of made) phone.close();
  },
  phone: async ({ phones }, use) => use(await phones()),
  mailbox: async ({ tessera }, use) => use(new KitMailbox(tessera)),
  letters: async ({ tessera }, use) => use(new KitLetters(tessera)),
  clock: async ({ tessera, context }, use) => use(await KitClock.of(tessera, context)),
});
