import { afterAll, beforeAll } from 'vitest';
import type { Permission } from '@/lib/accounts/users/permission';
import type { ActivationLinkPorts } from '@/lib/helpdesk/activation-links/activation-link-ports';
import { ROLE_REQUESTS } from '@/lib/helpdesk/administration/role-request';
import { offer } from '@/lib/helpdesk/approvals/offered-kind';
import { helpdeskKinds } from '@/lib/helpdesk/desk/approvals/helpdesk-kinds';
import { accountChanges } from '@/lib/helpdesk/administration/account-changes';
import type { AdministrationPorts } from '@/lib/helpdesk/administration/all-ports';
import { Api } from '@/lib/server/api/api';
import type { Caller } from '@/lib/server/api/api-request';
import type { ApiServices } from '@/lib/server/api/route';
import { ROUTES } from '@/lib/server/api/route-table';
import type { Config } from '@/lib/config/config';
import type { Database } from '@/lib/database/database';
import { PrismaActivationStatistics } from '@/lib/database/tables/statistics/prisma-activation-statistics';
import { PrismaAuditTally } from '@/lib/database/tables/audit/prisma-audit-tally';
import type { IdempotencyStore } from '@/lib/helpdesk/service-accounts/idempotent-requests';
import { PrismaIdempotencyStore } from '@/lib/database/tables/service-accounts/prisma-idempotency-store';
import { createLogger } from '@/lib/server/observability/logger';
import { standardChecks } from '@/lib/server/http/checks/standard-checks';
import { accept, refuse } from '@/lib/shared/result';
import { FakeClock } from '../doubles/fake-clock';
import { fakeActivationLinks } from '../doubles/fake-activation-links';
import type { FakeActivation } from '../doubles/fake-activation-ports';
import { fakeAdministration, type FakeAdministration } from '../doubles/fake-administration';
import { fakeHelpdesk, onDatabase, type FakeHelpdesk } from '../doubles/fake-helpdesk-ports';
import { captureLog } from '../doubles/fake-log';
import { TEST_CHAIN_KEYS, testAppender } from '../test-chain';
import { fakeWebhooks, type FakeWebhooks } from '../doubles/fake-webhooks';
import { FrontServer } from './front-server';

export const DOMAIN = 'example.org';

/** Every permission that an address asks for. */
export const SCOPES = [...new Set(ROUTES.flatMap(({ scope }) => scope ?? []))];

type Answer = { status: number; headers: Record<string, string>; text: string; body: Record<string, unknown> };

type Asked = {
  method?: string;
  key?: string | null;
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
};

type Current = {
  database: Database;
  links: ActivationLinkPorts;
  webhooks: FakeWebhooks;
  world: FakeHelpdesk;
  administration: FakeAdministration;
  api: Api;
  server: FrontServer;
  /** Keys, as they are presented. Tests add theirs. */
  keys: Map<string, Caller>;
  requests: IdempotencyStore;
  log: string[];
  waiting: number;
};

/** The API over real HTTP, with the site's checks in front and its use cases on a real database behind. */
export function apiFixture(open: () => Promise<Database>) {
  const current = { keys: new Map() } as Current;

  beforeAll(async () => {
    const database = await open();
    current.database = database;
    current.world = await fakeHelpdesk(onDatabase(database));
    const { fake, stores, ports } = current.world;
    current.administration = fakeAdministration(database, clockOf(fake));
    const { users } = current.administration.ports;
    const logger = createLogger('warn');
    current.log = captureLog(logger);
    current.links = fakeActivationLinks(database, fake.ports, users);
    current.webhooks = fakeWebhooks(database, fake.ports.clock);
    const helpdesk = { ...ports, users, accountChanges: accountChanges(current.administration.ports) };
    const services: ApiServices = {
      activation: fake.ports,
      activationLinks: current.links,
      webhooks: current.webhooks.ports,
      administration: { ...ports, ...current.administration.ports } as unknown as AdministrationPorts,
      audit: { audit: stores.audit, hashes: TEST_CHAIN_KEYS },
      auditTally: new PrismaAuditTally(database.client, fake.ports.clock, testAppender()),
      changeFeed: database.changeFeed,
      approvals: [...helpdeskKinds(helpdesk), offer(current.administration.ports, ROLE_REQUESTS)],
      helpdesk,
      logger,
      statistics: {
        activations: new PrismaActivationStatistics(database.client),
        audit: stores.audit,
        clock: fake.ports.clock,
      },
      accounts: { clock: fake.ports.clock, users },
    };
    current.requests = new PrismaIdempotencyStore(database);
    current.api = new Api({
      services,
      authenticate: async (presented) => {
        const caller = current.keys.get(presented);
        return caller ? accept(caller) : refuse('unknown-key');
      },
      requests: current.requests,
      publicUrl: 'https://id.example.org',
      waiting: { set: (count) => void (current.waiting = count) },
    });
    current.server = await FrontServer.open(
      [current.api.answer],
      (port) => {
        const publicUrl = `http://127.0.0.1:${port}`;
        const config = {
          publicUrl,
          isHttps: false,
          host: '127.0.0.1',
          port,
          otherHosts: [],
          legacyPaths: [],
          trustedProxies: 0,
        };
        return standardChecks(config as unknown as Config);
      },
      logger,
    );
  });

  afterAll(() => {
    current.api.drain();
    current.server.close();
  });

  /** A key with these scopes and no others. */
  function keyWith(scopes: readonly Permission[], changes: Partial<Caller> = {}): string {
    const key = `tes_${current.keys.size}_${'s'.repeat(32)}`;
    const id = `sva-${String(current.keys.size).padStart(32, '0')}`;
    const account = { id, name: `System ${current.keys.size}`, domain: DOMAIN, keyShownTo: 'anna' };
    current.keys.set(key, { ...account, requestsPerMinute: 1_000_000, scopes: new Set(scopes), ...changes });
    return key;
  }

  /** @param path below `/api/v1` @param asked.body an object is sent as JSON, a text as it is */
  async function ask(
    path: string,
    { method = 'GET', key = null, body, headers = {}, signal }: Asked = {},
  ): Promise<Answer> {
    const sent = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
    const answer = await fetch(`http://127.0.0.1:${current.server.port}/api/v1${path}`, {
      method,
      headers: {
        ...(key !== null && { authorization: `Bearer ${key}` }),
        ...(sent !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(sent !== undefined && { body: sent }),
      ...(signal && { signal }),
    });
    const text = await answer.text();
    const isJson = /[/+]json$/.test(answer.headers.get('content-type') ?? '') && text !== '' && method !== 'HEAD';
    const parsed: Answer['body'] = isJson ? (JSON.parse(text) as Answer['body']) : {};
    return { status: answer.status, headers: Object.fromEntries(answer.headers), text, body: parsed };
  }

  return { current, keyWith, ask };
}

/** The clock of the devices, for the accounts as well. */
function clockOf({ ports, pass }: FakeActivation): FakeClock {
  const clock = new FakeClock();
  clock.now = () => ports.clock.now();
  clock.in = (milliseconds) => new Date(ports.clock.now().getTime() + milliseconds);
  clock.pass = pass;
  return clock;
}
