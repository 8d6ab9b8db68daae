import { compose, type Services } from '@/lib/server/composition/compose';
import { loadConfig } from '@/lib/config/config';
import { KeyRing } from '@/lib/wire/crypto/key-ring';
import type { Database } from '@/lib/database/database';
import { openDataKeys } from '@/lib/database/secrets/open-data-keys';
import { hashChallengeKey } from '@/lib/gateways/embedded/engine/challenges/challenge';
import type { EmbeddedGateway } from '@/lib/gateways/embedded/engine/embedded-gateway';
import { PushService } from '@/lib/kit/push/push-service';
import type { PushSubscription } from '@/lib/kit/push/push-subscription';
import { sendDueMessages, type Outcome } from '@/lib/messaging/send-due-messages';
import type { GatewayAddress } from '@/lib/phone/gateway-address';
import { fetchLoginRequest } from '@/lib/phone/login/fetch-login-request';
import { scanLogin } from '@/lib/phone/login/scan-login';
import type { LoginDevice } from '@/lib/phone/login/login-steps';
import { tellPushSubscription } from '@/lib/phone/push-subscription';
import { formatLoginCode } from '@/lib/shared/codes/login-code';
import { parsePushHost, type PushHost } from '@/lib/shared/push-hosts';
import { systemRandom } from '@/lib/shared/random';
import { FakeClock } from '../doubles/fake-clock';
import { GatewayServer } from '../servers/gateway-server';
import { FRONT_END_KEY, GATEWAY_ID } from '../servers/test-gateway';
import { valueOf } from './activate-device';
import { loginDevice } from './login-device';

export const PUSH_SITE = 'https://id.example.org';

const OWNER = { userId: 'jane.doe', domain: 'example.org' };

type Opened = Pick<PushFixture, 'services' | 'service' | 'server' | 'database' | 'pushKey' | 'clock'>;

/** The site as it is composed, a push service that its settings name, and Jane's phones. */
export class PushFixture {
  /** What came of each message that was tried, the oldest first. */
  readonly outcomes: Outcome[] = [];

  readonly services: Services;
  readonly service: PushService;
  readonly server: GatewayServer;
  readonly database: Database;
  readonly pushKey: string;
  readonly clock: FakeClock;

  private constructor(parts: Opened) {
    this.services = parts.services;
    this.service = parts.service;
    this.server = parts.server;
    this.database = parts.database;
    this.pushKey = parts.pushKey;
    this.clock = parts.clock;
  }

  /** @param hosts of push services, besides the one here */
  static async open(database: Database, hosts: string[] = []): Promise<PushFixture> {
    const service = await PushService.open();
    const clock = new FakeClock();
    service.now = () => clock.now();
    const pushHosts = [new URL(service.url).host, ...hosts].map((host) => parsePushHost(host) as PushHost);
    const dataKeys = [{ id: 'test', key: new Uint8Array(32).fill(7) }];
    const keyRing = new KeyRing(dataKeys);
    const chainKeys = await openDataKeys(database.client, dataKeys, keyRing, clock.now());
    const config = { ...loadConfig().config, publicUrl: PUSH_SITE, pushHosts, logLevel: 'silent' as const };
    const gateway = { gatewayId: GATEWAY_ID, frontEndKey: FRONT_END_KEY, backEndKey: 'b'.repeat(64) };
    const secrets = { sessionSecret: 'the secret of sessions, which has 32 characters', dataKeys, gateway };
    const services = compose({ config, secrets, database, keyRing, chainKeys, clock, close: async () => {} });
    if (!services.embeddedGateway || !services.phoneAlerts) throw new TypeError('a site without phones');
    const server = await GatewayServer.open(services.embeddedGateway, gateway);
    const pushKey = await services.phoneAlerts.desk.applicationServerKey();
    return new PushFixture({ services, service, server, database, pushKey, clock });
  }

  get gateway(): EmbeddedGateway {
    if (!this.services.embeddedGateway) throw new TypeError('a site without phones');
    return this.services.embeddedGateway;
  }

  get address(): GatewayAddress {
    return { gatewayUrl: this.server.url, gatewayId: GATEWAY_ID, frontEndKey: FRONT_END_KEY, pushKey: this.pushKey };
  }

  /** Whose language is German. */
  async addPerson(owner = OWNER): Promise<void> {
    const { userId, domain } = owner;
    await this.database.client.user.create({
      data: {
        userId,
        domain,
        displayName: 'Jane Doe',
        passwordHash: '-',
        passwordChangedAt: this.clock.now(),
        roles: ['user'],
        mailAddresses: ['jane@example.org'],
        language: 'de',
        createdAt: this.clock.now(),
      },
    });
  }

  async phone(owner = OWNER): Promise<LoginDevice> {
    return loginDevice(valueOf(await this.gateway.register(owner)), this.address);
  }

  async subscribe(device: LoginDevice): Promise<PushSubscription> {
    const subscription = await this.service.subscribe(this.pushKey);
    valueOf(await this.tell(device, { endpoint: subscription.endpoint, ...subscription.keys }));
    return subscription;
  }

  tell(device: LoginDevice, keys: Parameters<typeof tellPushSubscription>[2]): ReturnType<typeof tellPushSubscription> {
    return tellPushSubscription(this.address, device, keys, systemRandom);
  }

  /** Sends a request to a person's phones. */
  async ask(owner = OWNER, purpose: 'sign-in' | 'caller-check' = 'sign-in') {
    const requestKey = `request ${crypto.randomUUID()}`;
    const browser = 'Firefox on Windows';
    const asking = { origin: PUSH_SITE, address: '203.0.113.9', browser, addressee: owner };
    const { challengeKey } = await this.gateway.openChallenge({ requestKey, purpose, ...asking });
    return { requestKey, challengeKey, id: await hashChallengeKey(challengeKey) };
  }

  /** A phone opens a request, which no other one can then. */
  async read(device: LoginDevice, challengeKey: string): Promise<void> {
    const code = formatLoginCode({ challengeKey, gatewayId: GATEWAY_ID });
    valueOf(await fetchLoginRequest(valueOf(scanLogin(code, this.address)), device, systemRandom));
  }

  /** Sends what is due now. */
  async send(): Promise<void> {
    const { signal } = new AbortController();
    const report = (_leased: unknown, outcome: Outcome) => void this.outcomes.push(outcome);
    for (const channel of ['alert', 'push'] as const)
      await sendDueMessages(this.services.messaging, channel, report, signal);
  }

  /** Whether the device is reached as the site knows. */
  async isReached({ instanceId }: LoginDevice): Promise<boolean> {
    return (await this.services.phoneAlerts?.subscriptions.find(instanceId)) !== null;
  }

  /** Begins again, with nobody and nothing. */
  async clear(): Promise<void> {
    const { client } = this.database;
    await this.service.faults.clear();
    await client.outboxMessage.deleteMany();
    await client.gatewayChallenge.deleteMany();
    await client.pushSubscription.deleteMany();
    await client.gatewayInstance.deleteMany();
    await client.gatewayRegistration.deleteMany();
    await client.gatewayLicence.deleteMany();
    await client.user.deleteMany();
    this.outcomes.length = 0;
  }

  async close(): Promise<void> {
    await this.server.close();
    await this.service.close();
  }
}

/** What a message says, as the worker reads it. */
export type PushedNotification = {
  web_push: number;
  app_badge?: number;
  notification: {
    title: string;
    body: string;
    lang: string;
    navigate: string;
    tag: string;
    silent: boolean;
    data: { kind: string; loginRequest: string | null };
  };
};

export function readPushed({ content }: { content: string | null }): PushedNotification {
  return JSON.parse(content ?? 'null') as PushedNotification;
}
