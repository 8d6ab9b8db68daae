import { test as base } from '@playwright/test';
import { openStandIn, type Profile, type StandIn } from '../gateways/stand-in';
import { PushService } from '../push/push-service';
import type { PhoneOptions } from '../phone/test-phone';
import { CLIENT, OpenIdProvider } from '../server/openid-provider';
import { Site } from '../server/site';
import { WebhookReceiver } from '../server/webhook-receiver';
import { attachCalls, attachImages, attachPicture, isFailed, requireMet, ServerEvidence } from './evidence';
import { KitClock } from './kit-clock';
import { KitGateway } from './kit-gateway';
import { KitIdentityProvider, PROVIDER_NAME } from './kit-identity-provider';
import { KitLetters, KitMailbox } from './kit-mailbox';
import { KitPeople } from './kit-people';
import { KitPushes } from './kit-pushes';
import { KitServiceAccounts } from './kit-service-accounts';
import { KitWebhooks, WEBHOOK_SECRET } from './kit-webhooks';
import { PagePhone } from './page-phone';

type WorkerFixtures = {
  /** Settings of the kit's server, as environment variables: `test.use({ tesseraEnv: { … } })` at the top of a file. */
  tesseraEnv: Record<string, string>;
  /** Whose gateway the kit's server has: its own unless `test.use({ gatewayProfile: 'onespan-server' })`, or `'onespan-cloud'`. */
  gatewayProfile: Profile;
  /** Whether the site has a webhook, whose receiver is the test's (`webhooks`). */
  receivesWebhooks: boolean;
  /** Whether people may sign in with an OpenID provider, which is the test's (`identityProvider`). */
  hasIdentityProvider: boolean;
  /** Whether phones are reached while their app is closed, by a push service that is the test's (`pushes`). */
  receivesPushes: boolean;
  webhookReceiver: WebhookReceiver | null;
  pushService: PushService | null;
  openIdProvider: OpenIdProvider | null;
  /** What stands in for OneSpan's servers; null where the site has its gateway inside, or runs already. */
  standIn: StandIn | null;
  /** The site: a server for each worker, or the one that `TESSERA_TEST_URL` names. `page.goto('/')` goes there. */
  tessera: Site;
};

type Fixtures = {
  /** Whether a test fails that has ordered a fault which then never happened: `test.use({ mustFaultsHappen: false })`. */
  mustFaultsHappen: boolean;
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
  /** Whether the server's clock is right again for the next test, as after the end of summer time. */
  clockGoesBack: boolean;
  /** What the site has posted: `test.use({ receivesWebhooks: true })`. */
  webhooks: KitWebhooks;
  /** What phones get while their app is closed: `test.use({ receivesPushes: true })`. */
  pushes: KitPushes;
  /** An OpenID provider: `test.use({ hasIdentityProvider: true })`. */
  identityProvider: KitIdentityProvider;
  /** Attaches to the report of a test that failed what the kit's server has logged and sent meanwhile. */
  serverEvidence: ServerEvidence;
};

/** Starting takes seconds; a minute and more is a machine that is busy. */
const START_TIMEOUT_MS = 180_000;

/** Playwright's, with a site, its people and their phones. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  tesseraEnv: [{}, { option: true, scope: 'worker' }],
  gatewayProfile: ['embedded', { option: true, scope: 'worker' }],
  standIn: [
    async ({ gatewayProfile }, use) => {
      if (gatewayProfile === 'embedded' || process.env['TESSERA_TEST_URL'] !== undefined) return use(null);
      const standIn = await openStandIn(gatewayProfile, { clientCertificate: true });
      await use(standIn);
      await standIn.close();
    },
    { scope: 'worker' },
  ],
  receivesWebhooks: [false, { option: true, scope: 'worker' }],
  webhookReceiver: [
    async ({ receivesWebhooks }, use) => {
      const receiver = receivesWebhooks ? await WebhookReceiver.open() : null;
      await use(receiver);
      await receiver?.close();
    },
    { scope: 'worker' },
  ],
  receivesPushes: [false, { option: true, scope: 'worker' }],
  pushService: [
    async ({ receivesPushes }, use) => {
      const service = receivesPushes ? await PushService.open() : null;
      await use(service);
      await service?.close();
    },
    { scope: 'worker' },
  ],
  hasIdentityProvider: [false, { option: true, scope: 'worker' }],
  openIdProvider: [
    async ({ hasIdentityProvider }, use) => {
      const provider = hasIdentityProvider ? await OpenIdProvider.open() : null;
      await use(provider);
      await provider?.close();
    },
    { scope: 'worker' },
  ],
  tessera: [
    async ({ tesseraEnv, standIn, webhookReceiver, pushService, openIdProvider }, use) => {
      const running = process.env['TESSERA_TEST_URL'];
      const env = {
        ...standIn?.environment,
        ...(webhookReceiver && { WEBHOOK_URLS: webhookReceiver.url, WEBHOOK_SECRETS: WEBHOOK_SECRET }),
        ...(pushService && { TESSERA_PUSH_HOSTS: new URL(pushService.url).host }),
        ...(openIdProvider && {
          TESSERA_OIDC_ISSUER: openIdProvider.issuer,
          TESSERA_OIDC_CLIENT_ID: CLIENT.id,
          TESSERA_OIDC_CLIENT_SECRET: CLIENT.secret,
          TESSERA_OIDC_NAME: PROVIDER_NAME,
        }),
        ...tesseraEnv,
      };
      const site = running === undefined ? await Site.start({ env }) : Site.at(running);
      standIn?.follow({ now: () => site.now });
      if (openIdProvider) openIdProvider.now = () => site.now;
      if (pushService) pushService.now = () => site.now;
      await use(site);
      await site.stop();
    },
    { scope: 'worker', timeout: START_TIMEOUT_MS },
  ],
  serverEvidence: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads from the pattern which fixtures one needs.
    async ({}, use, testInfo) => {
      const evidence = new ServerEvidence();
      await use(evidence);
      if (isFailed(testInfo)) await evidence.attach(testInfo);
    },
    { auto: true },
  ],
  context: async ({ context }, use, testInfo) => {
    await use(context);
    if (isFailed(testInfo)) await attachImages(testInfo, context.pages());
  },
  baseURL: async ({ tessera }, use) => use(tessera.url),
  people: async ({ tessera, standIn }, use) => use(new KitPeople(tessera, standIn)),
  serviceAccounts: async ({ tessera }, use) =>
    use(new KitServiceAccounts(tessera, process.env['TESSERA_TEST_API_KEY'])),
  mustFaultsHappen: [true, { option: true }],
  gateway: async ({ standIn, mustFaultsHappen }, use, testInfo) => {
    standIn?.calls.clear();
    const gateway = new KitGateway(standIn);
    await use(gateway);
    const unmet = await gateway.takeUnmet();
    if (isFailed(testInfo)) {
      await attachCalls(testInfo, 'calls of phones', gateway.calls);
      if (standIn) await attachCalls(testInfo, `calls to ${standIn.profile}`, standIn.calls);
    }
    if (mustFaultsHappen) requireMet(unmet, testInfo);
  },
  phones: async ({ tessera, standIn, gateway: { network } }, use, testInfo) => {
    const pagePhones: PagePhone[] = [];
    // Such phones call a DIGIPASS Gateway, which the site does not publish.
    const addressFrom = standIn?.addresses['phone'];
    await use(async (options) => {
      const own = { now: () => tessera.now, network, ...(addressFrom !== undefined && { addressFrom }) };
      const phone = await PagePhone.of(tessera, { ...own, ...options });
      pagePhones.push(phone);
      return phone;
    });
    for (const phone of pagePhones) {
      phone.close();
      if (phone.sight && isFailed(testInfo)) await attachPicture(testInfo, 'what the phone saw', phone.sight);
    }
  },
  phone: async ({ phones }, use) => use(await phones()),
  mailbox: async ({ tessera }, use) => use(new KitMailbox(tessera)),
  letters: async ({ tessera }, use) => use(new KitLetters(tessera)),
  webhooks: async ({ webhookReceiver, tessera }, use) => {
    if (webhookReceiver) Object.assign(webhookReceiver, { received: [], answer: null });
    await use(new KitWebhooks(webhookReceiver, tessera));
  },
  pushes: async ({ pushService, tessera, mustFaultsHappen }, use, testInfo) => {
    pushService?.calls.clear();
    await use(new KitPushes(pushService, tessera));
    if (!pushService) return;
    const unmet = await pushService.faults.takeUnmet();
    if (isFailed(testInfo)) await attachCalls(testInfo, 'push messages', pushService.calls);
    if (mustFaultsHappen) requireMet(unmet, testInfo);
  },
  identityProvider: async ({ openIdProvider, tessera }, use) => {
    openIdProvider?.reset();
    await use(new KitIdentityProvider(openIdProvider, tessera));
  },
  clockGoesBack: [false, { option: true }],
  clock: async ({ tessera, context, clockGoesBack }, use) => {
    await use(await KitClock.of(tessera, context));
    if (clockGoesBack) tessera.own('clock').clock.reset();
  },
});
