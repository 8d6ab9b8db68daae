import { awaitNotices } from '../await-notices';
import { request, type IncomingHttpHeaders } from 'node:http';
import { text } from 'node:stream/consumers';
import { encode } from 'next-auth/jwt';
import { beforeAll, beforeEach } from 'vitest';
import type { Session } from '@/lib/accounts/sessions/session';
import { RecentPolls, type PollFactsReader } from '@/lib/activation/following/recent-polls';
import type { Database } from '@/lib/database/database';
import { PrismaPollFacts } from '@/lib/database/tables/activation/prisma-poll-facts';
import { PrismaSessionStore } from '@/lib/database/tables/accounts/prisma-session-store';
import { createLogger } from '@/lib/server/observability/logger';
import { MINUTE } from '@/lib/shared/time/duration';
import { createMetrics } from '@/lib/server/observability/metrics';
import { activationPoll } from '@/lib/server/web/long-polls/activation-poll';
import { LongPolls } from '@/lib/server/web/long-polls/long-polls';
import { activationInEveryState, at, type EveryState } from '../doubles/fake-activations';
import { databaseStores, fakeActivation, type FakeActivation } from '../doubles/fake-activation-ports';
import { captureLog } from '../doubles/fake-log';
import { FrontServer } from './front-server';
import { poll } from '@/lib/kit/poll';
import { newSession } from '../new-session';

const SECRET = 'a secret that session cookies are encrypted with';
export const JANE = { userId: 'jane.doe', domain: 'example.org' };
export const PLACES = 32;

type Answer = { status: number; headers: IncomingHttpHeaders; body: Record<string, unknown> };
export type Asked = {
  after?: number | string;
  id?: string;
  cookie?: string | undefined;
  from?: string;
  method?: string;
  signal?: AbortSignal;
};

/**
 * @property facts what the polls read with; tests put something else in between
 * @property aheadMs by how much the clock is ahead that says for how long what was read is remembered
 */
type Current = {
  database: Database;
  fake: FakeActivation;
  states: EveryState;
  sessions: PrismaSessionStore;
  facts: PollFactsReader;
  polls: LongPolls;
  aheadMs: number;
  server: FrontServer;
  logger: ReturnType<typeof createLogger>;
  log: string[];
  metrics: ReturnType<typeof createMetrics>;
};

/** The status of an activation as a page asks for it, over real HTTP. */
export function longPollFixture(open: () => Promise<Database>) {
  const current = {} as Current;
  const closing: (() => void)[] = [];

  beforeAll(async () => {
    current.database = await open();
    current.fake = fakeActivation(databaseStores(current.database));
    current.sessions = new PrismaSessionStore(current.database);
    const now = current.fake.ports.clock.now();
    const account = { ...JANE, displayName: 'Jane', passwordHash: 'none', createdAt: now, passwordChangedAt: now };
    await current.database.client.user.create({ data: { ...account, roles: ['user'] } });
    await current.database.client.user.create({ data: { ...account, userId: 'auditor', roles: ['auditor'] } });
  });

  beforeEach(async () => {
    await current.fake.reset();
    current.aheadMs = 0;
    current.states = activationInEveryState(JANE.userId);
    const { store } = current.fake.ports;
    await awaitNotices(current.fake.changeFeed, current.states.issued.id, 2, async () => {
      await store.create(current.states.requested, null, at(30), []);
      await store.save(current.states.issued, []);
    });
    current.facts = new PrismaPollFacts(current.database.sql, current.fake.ports.clock, null, 30 * MINUTE);
    current.logger = createLogger('info');
    current.log = captureLog(current.logger);
    current.metrics = createMetrics();
    await serve(PLACES);
    return () => {
      for (const close of closing.splice(0)) close();
    };
  });

  async function serve(waitingPages: number): Promise<void> {
    const services = {
      config: { isHttps: false, waitingPages },
      sessionSecret: SECRET,
      activation: current.fake.ports,
      activationPolls: new RecentPolls(
        { read: (asked, after) => current.facts.read(asked, after) },
        current.fake.changeFeed,
        () => performance.now() + current.aheadMs,
      ),
      changeFeed: current.fake.changeFeed,
      openPages: { enter: () => Promise.resolve(() => {}) },
      metrics: current.metrics,
      logger: current.logger,
    };
    const served = new LongPolls(services, [activationPoll(services)]);
    const front = await FrontServer.open([served.answer]);
    current.polls = served;
    current.server = front;
    closing.push(() => (served.drain(), front.close()));
  }

  async function signIn(changes: Partial<Session> = {}): Promise<{ session: Session; cookie: string }> {
    const session = newSession(JANE, current.fake.ports.clock.now(), changes);
    await current.sessions.create(session, await current.sessions.epochOf(session));
    return { session, cookie: `a=b; tessera.session=${await encode({ token: { sub: session.id }, secret: SECRET })}` };
  }

  /** @param asked.from the address that it is asked from */
  function ask({
    cookie,
    after = current.states.issued.version,
    id = current.states.issued.id,
    ...asked
  }: Asked): Promise<Answer> {
    const { port } = current.server;
    return new Promise((resolve, reject) => {
      const sent = request(
        {
          port,
          host: '127.0.0.1',
          path: `/api/activations/${id}/status?after=${after}`,
          method: asked.method ?? 'GET',
          localAddress: asked.from ?? '127.0.0.1',
          headers: cookie === undefined ? {} : { cookie },
          ...(asked.signal && { signal: asked.signal }),
        },
        (answer) => {
          const { statusCode: status = 0, headers } = answer;
          text(answer).then((body) => resolve({ status, headers, body: JSON.parse(body) }), reject);
        },
      );
      sent.on('error', reject).end();
    });
  }

  const held = async () => (await current.metrics.waitingPages.get()).values[0]?.value ?? 0;
  const areHeld = (count: number) => poll(`${count} to be held`, async () => (await held()) === count);

  return { current, serve, signIn, ask, held, areHeld };
}
