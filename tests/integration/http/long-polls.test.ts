import { request, type IncomingHttpHeaders } from 'node:http';
import { text } from 'node:stream/consumers';
import { encode } from 'next-auth/jwt';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Session } from '@/lib/accounts/sessions/session';
import type { InvitationId } from '@/lib/shared/identifiers/invitation-id';
import { GatewayError } from '@/lib/activation/gateway-error';
import { RecentPolls, type PollFactsReader } from '@/lib/activation/following/recent-polls';
import type { Database } from '@/lib/database/database';
import { PrismaPollFacts } from '@/lib/database/tables/prisma-poll-facts';
import { PrismaSessionStore } from '@/lib/database/tables/prisma-session-store';
import { createLogger } from '@/lib/observability/logger';
import { createMetrics } from '@/lib/observability/metrics';
import { HOUR, SECOND } from '@/lib/shared/time/duration';
import { activationPoll } from '@/lib/web/long-polls/activation-poll';
import { LongPolls } from '@/lib/web/long-polls/long-polls';
import { forEachDatabase } from '../../support/databases/databases';
import { activationInEveryState, at, type EveryState } from '../../support/doubles/fake-activations';
import { databaseStores, fakeActivation, type FakeActivation } from '../../support/doubles/fake-activation-ports';
import { captureLog } from '../../support/doubles/fake-log';
import { FrontServer } from '../../support/servers/front-server';
import { poll } from '../../support/poll';
import { signedInAs } from '../../support/doubles/principal';
import { newSession } from '../../support/new-session';

const SECRET = 'a secret that session cookies are encrypted with';
const JANE = { userId: 'jane.doe', domain: 'example.org' };
const PLACES = 32;

type Answer = { status: number; headers: IncomingHttpHeaders; body: Record<string, unknown> };
type Asked = {
  after?: number | string;
  id?: string;
  cookie?: string | undefined;
  from?: string;
  method?: string;
  signal?: AbortSignal;
};

/** The status of an activation as a page asks for it, over real HTTP. */
forEachDatabase((_name, open) => {
  let database: Database;
  let fake: FakeActivation;
  let states: EveryState;
  let sessions: PrismaSessionStore;
  /** What the polls read with; tests put something else in between. */
  let facts: PollFactsReader;
  let polls: LongPolls;
  /** By how much the clock is ahead that says for how long what was read is remembered. */
  let aheadMs: number;
  let closing: (() => void)[] = [];
  let server: FrontServer;
  let logger: ReturnType<typeof createLogger>;
  let log: string[];
  let metrics: ReturnType<typeof createMetrics>;

  beforeAll(async () => {
    database = await open();
    fake = fakeActivation(databaseStores(database));
    sessions = new PrismaSessionStore(database);
    const now = fake.ports.clock.now();
    const account = { ...JANE, displayName: 'Jane', passwordHash: 'none', createdAt: now, passwordChangedAt: now };
    await database.client.user.create({ data: { ...account, roles: ['user'] } });
    await database.client.user.create({ data: { ...account, userId: 'auditor', roles: ['auditor'] } });
  });

  beforeEach(async () => {
    await fake.reset();
    aheadMs = 0;
    states = activationInEveryState(JANE.userId);
    await fake.ports.store.create(states.requested, null, at(30), []);
    await fake.ports.store.save(states.issued, []);
    facts = new PrismaPollFacts(database.client, fake.ports.clock, null);
    logger = createLogger('info');
    log = captureLog(logger);
    metrics = createMetrics();
    await serve(PLACES);
    return () => {
      for (const close of closing.splice(0)) close();
    };
  });

  async function serve(waitingPages: number): Promise<void> {
    const services = {
      config: { isHttps: false, waitingPages },
      sessionSecret: SECRET,
      activation: fake.ports,
      activationPolls: new RecentPolls(
        { read: (asked) => facts.read(asked) },
        fake.changeFeed,
        () => performance.now() + aheadMs,
      ),
      changeFeed: fake.changeFeed,
      metrics,
      logger,
    };
    const served = new LongPolls(services, [activationPoll(services)]);
    const front = await FrontServer.open([served.answer]);
    [polls, server] = [served, front];
    closing.push(() => (served.drain(), front.close()));
  }

  async function signIn(changes: Partial<Session> = {}): Promise<{ session: Session; cookie: string }> {
    const session = newSession(JANE, fake.ports.clock.now(), changes);
    await sessions.create(session, await sessions.epochOf(session));
    return { session, cookie: `a=b; tessera.session=${await encode({ token: { sub: session.id }, secret: SECRET })}` };
  }

  /** @param asked.from the address that it is asked from */
  function ask({ cookie, after = states.issued.version, id = states.issued.id, ...asked }: Asked): Promise<Answer> {
    const { port } = server;
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

  const held = async () => (await metrics.waitingPages.get()).values[0]?.value ?? 0;
  const areHeld = (count: number) => poll(`${count} to be held`, async () => (await held()) === count);

  describe('the status of an activation', () => {
    it('is held until the activation moves, and told at once then', async () => {
      const { cookie } = await signIn();
      const asked = ask({ cookie });
      await areHeld(1);
      await fake.ports.store.save(states.scanned, []);
      const { status, headers, body } = await asked;
      expect(status).toBe(200);
      expect(headers).toMatchObject({
        'content-type': 'application/json',
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      });
      expect(body).toMatchObject({ id: states.issued.id, version: 3, state: 'scanned', retryAfterMs: null });
      expect(JSON.stringify(body)).not.toContain('sealed');
      await areHeld(0);
    });

    it('is told at once where another version is known', async () => {
      const { cookie } = await signIn();
      const { body } = await ask({ cookie, after: -1 });
      expect(body).toMatchObject({ version: 2, state: 'issued', retryAfterMs: null });
      expect(await held()).toBe(0);
    });

    it.each([
      ['without a cookie', async () => ({}), 401],
      ['with a cookie of another making', async () => ({ cookie: 'tessera.session=eyJhbGciOiJkaXIifQ..x.y.z' }), 401],
      ['with a session that is not kept', async () => ({ cookie: (await signIn({ userId: 'nobody' })).cookie }), 401],
      ['without the permission', async () => ({ cookie: (await signIn({ userId: 'auditor' })).cookie }), 403],
      ['with a malformed name', async () => ({ ...(await signIn()), id: 'act-1' }), 404],
      ['of another activation', async () => ({ ...(await signIn()), id: `act-${'0'.repeat(32)}` }), 404],
      ['after what is no version', async () => ({ ...(await signIn()), after: 'x' }), 400],
      ['in another way than GET', async () => ({ ...(await signIn()), method: 'POST' }), 405],
    ])('is refused %s, and never held', async (_how, asked: () => Promise<Asked>, refused) => {
      const { status, headers, body } = await ask(await asked());
      expect(status).toBe(refused);
      expect(headers['cache-control']).toBe('no-store');
      expect(body['code']).toMatch(/^[a-z-]+$/);
      expect(await held()).toBe(0);
    });

    it("threat: another person's activation — is found by nobody but its own person", async () => {
      await database.client.activation.updateMany({ data: { userId: 'somebody else' } });
      expect((await ask(await signIn())).status).toBe(404);
    });

    it('threat: an invited browser — sees what its invitation is for, and only while that is open', async () => {
      const invitationId = `inv-${'1'.repeat(32)}` as InvitationId;
      const { cookie } = await signIn({ invitationId });
      expect((await ask({ cookie, after: -1 })).status).toBe(401);
      const now = fake.ports.clock.now();
      const invited = { state: 'opened', version: 1, reason: 'lost', ticket: '1', delivery: 'mail', lifetimeMs: HOUR };
      const end = { endsAt: new Date(now.getTime() + HOUR) };
      const asked = { requestedBy: 'agent', requestedAt: now, evidence: {} };
      await database.client.invitation.create({ data: { id: invitationId, ...JANE, ...invited, ...asked, ...end } });
      expect((await ask({ cookie, after: -1 })).status).toBe(404);
      await database.client.activation.updateMany({ data: { invitationId } });
      expect((await ask({ cookie, after: -1 })).status).toBe(200);
      await database.client.invitation.deleteMany();
    });
  });

  describe('a page that is held', () => {
    it.each([
      ['signs out', ({ id }: Session) => sessions.revoke(id, fake.ports.clock.now())],
      ['is signed in for too long', async () => fake.pass(2 * HOUR)],
    ])('threat: is told nothing more once its person %s', async (_what, end) => {
      const { session, cookie } = await signIn();
      const asked = ask({ cookie });
      await areHeld(1);
      await end(session);
      await fake.ports.store.save(states.scanned, []);
      expect(await asked).toMatchObject({ status: 401, body: { code: 'signed-out' } });
    });

    it.each([
      ['ends the session elsewhere', ({ id }: Session) => sessions.revoke(id, fake.ports.clock.now())],
      [
        'ends all sessions',
        ({ userId, domain }: Session) => sessions.revokeAll(userId, domain, null, fake.ports.clock.now()),
      ],
    ])('is told so at once, with nothing else to tell, when its person %s', async (_what, end) => {
      const { session, cookie } = await signIn();
      const asked = ask({ cookie });
      await areHeld(1);
      const endedAt = performance.now();
      await end(session);
      expect(await asked).toMatchObject({ status: 401, body: { code: 'signed-out' } });
      expect(performance.now() - endedAt).toBeLessThan(2 * SECOND);
      // Nor does a remembered answer say that nothing has moved.
      expect(await ask({ cookie })).toMatchObject({ status: 401 });
    });

    it('leaves when its session was last seen as it was', async () => {
      const { session, cookie } = await signIn();
      fake.pass(HOUR / 2);
      const asked = ask({ cookie });
      await areHeld(1);
      await fake.ports.store.save(states.scanned, []);
      await asked;
      expect(await sessions.find(session.id, fake.ports.clock.now())).toEqual(session);
    });

    it('is told that nothing has moved when the server stops, and to come back soon', async () => {
      const { cookie } = await signIn();
      const asked = [ask({ cookie }), ask({ cookie })];
      await areHeld(2);
      polls.drain();
      for (const { status, body } of [...(await Promise.all(asked)), await ask({ cookie })]) {
        expect({ status, ...body }).toMatchObject({ status: 200, id: states.issued.id, isUnchanged: true });
        expect(body['retryAfterMs']).toBeLessThanOrEqual(2 * SECOND);
      }
    });

    it('is let go at once when its browser has gone', async () => {
      const { cookie } = await signIn();
      const browser = new AbortController();
      const asked = ask({ cookie, signal: browser.signal });
      await areHeld(1);
      browser.abort();
      await expect(asked).rejects.toThrow('aborted');
      await areHeld(0);
    });

    it('threat: one account with hundreds of them — the newest takes the place of the oldest', async () => {
      const { cookie } = await signIn();
      const other = await signIn();
      const oldest = ask({ cookie });
      await areHeld(1);
      for (let count = 2; count <= 8; count++) void ask(count % 2 ? { cookie } : other).catch(() => {});
      await areHeld(8);
      void ask(other).catch(() => {});
      const { body } = await oldest;
      expect(body).toMatchObject({ isUnchanged: true });
      expect(body['retryAfterMs']).toBeGreaterThanOrEqual(25 * SECOND);
      expect(await held()).toBe(8);
    });

    it('threat: one address with hundreds of accounts — has a quarter of the places, and the others their own', async () => {
      const crowd = Array.from({ length: PLACES }, (_, index) => `person ${index}`);
      for (const userId of crowd) facts = await known(facts, userId);
      const cookies = await Promise.all(crowd.map(async (userId) => (await signIn({ userId })).cookie));
      for (const cookie of cookies.slice(0, PLACES / 4)) void ask({ cookie, from: '127.0.0.2' }).catch(() => {});
      await areHeld(PLACES / 4);
      const { status, body } = await ask({ cookie: cookies[PLACES - 1], from: '127.0.0.2' });
      expect({ status, ...body }).toMatchObject({ status: 200, isUnchanged: true });
      expect(body['retryAfterMs']).toBeGreaterThanOrEqual(12.5 * SECOND);
      void ask({ cookie: cookies[PLACES - 1], from: '127.0.0.3' }).catch(() => {});
      await areHeld(PLACES / 4 + 1);
    });

    it('does not notice that the database or the directory was away', async () => {
      const { cookie } = await signIn();
      const inner = facts;
      let failures = 0;
      facts = {
        async read(asked) {
          if ((failures += 1) <= 2) throw new GatewayError('unreachable');
          return inner.read(asked);
        },
      };
      const asked = ask({ cookie });
      await poll('it to be tried again', async () => failures > 2);
      await areHeld(1);
      await fake.ports.store.save(states.scanned, []);
      expect(await asked).toMatchObject({ status: 200, body: { state: 'scanned' } });
      expect(log.filter((line) => line.includes('long polls could not be answered'))).toHaveLength(1);
    });

    it('is told to try again when the database stays away, and not why', async () => {
      const { cookie } = await signIn();
      facts = { read: () => Promise.reject(new Error("can't reach 10.0.0.7")) };
      const asked = ask({ cookie });
      await areHeld(1);
      polls.drain();
      const { status, headers, body } = await asked;
      expect({ status, body }).toEqual({ status: 503, body: { code: 'unavailable' } });
      expect(headers['retry-after']).toBe('2');
    });

    it('is told nothing of a fault of ours, which is logged', async () => {
      const { cookie } = await signIn();
      facts = { read: () => Promise.reject(new TypeError('x is not a function')) };
      expect(await ask({ cookie })).toMatchObject({ status: 500, body: { code: 'fault' } });
      expect(log.map((line) => JSON.parse(line))).toMatchObject([{ level: 50 }]);
    });
  });

  describe('a page for which there is no place', () => {
    let reads: number;

    beforeEach(async () => {
      const inner = facts;
      reads = 0;
      facts = { read: (asked) => ((reads += 1), inner.read(asked)) };
      await serve(0);
    });

    it('is asked about once, however often it asks, and soon learns of the next move', async () => {
      const { cookie } = await signIn();
      for (let count = 0; count < 5; count++) {
        const { body } = await ask({ cookie });
        expect(body).toMatchObject({ id: states.issued.id, isUnchanged: true });
        expect(body['retryAfterMs']).toBeGreaterThanOrEqual(12.5 * SECOND);
        expect(body['retryAfterMs']).toBeLessThanOrEqual(16 * SECOND);
      }
      expect(reads).toBe(1);
      await fake.ports.store.save(states.scanned, []);
      await poll('it to learn of the move', async () => (await ask({ cookie })).body['state'] === 'scanned');
    });

    it('threat: what is remembered — tells somebody who has signed out neither a move nor that there is none', async () => {
      for (const after of [-1, states.issued.version]) {
        const { session, cookie } = await signIn();
        await ask({ cookie });
        await sessions.revoke(session.id, fake.ports.clock.now());
        await expect.poll(async () => (await ask({ cookie, after })).status).toBe(401);
      }
    });

    it('threat: what is remembered — tells somebody whose session has run out nothing after 25 s', async () => {
      const { cookie } = await signIn();
      await ask({ cookie });
      fake.pass(2 * HOUR);
      aheadMs = 25 * SECOND;
      expect(await ask({ cookie })).toMatchObject({ status: 401 });
    });

    it('threat: what is remembered — is remembered for no other session', async () => {
      await ask(await signIn());
      expect(await ask(await signIn({ userId: 'auditor' }))).toMatchObject({ status: 403 });
      expect(await ask(await signIn({ userId: 'nobody' }))).toMatchObject({ status: 401 });
    });
  });

  /** Lets somebody be the owner of the activation for whoever reads. */
  async function known(inner: PollFactsReader, userId: string): Promise<PollFactsReader> {
    return {
      async read(asked) {
        const session = await sessions.find(asked.sessionId, fake.ports.clock.now());
        if (session?.userId !== userId) return inner.read(asked);
        const owner = { userId, domain: JANE.domain };
        const { version, state } = states.issued;
        const asker = signedInAs({ ...owner, roles: ['user'] as const });
        return { asker, activation: { ...owner, invitationId: null, version, state } };
      },
    };
  }
});
