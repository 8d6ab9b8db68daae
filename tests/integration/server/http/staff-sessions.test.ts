import { encode } from 'next-auth/jwt';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import type { Role } from '@/lib/accounts/users/role';
import type { Services } from '@/lib/server/composition/compose';
import type { Database } from '@/lib/database/database';
import { endSessions } from '@/lib/database/locks/end-sessions';
import { PrismaPollFacts } from '@/lib/database/tables/activation/prisma-poll-facts';
import { PrismaSessionStore } from '@/lib/database/tables/accounts/prisma-session-store';
import { PrismaUserDirectory } from '@/lib/database/tables/accounts/prisma-user-directory';
import { parseActivationId } from '@/lib/shared/identifiers/activation-id';
import { HOUR, MINUTE, SECOND } from '@/lib/shared/time/duration';
import { answerPermitted } from '@/lib/server/web/long-polls/asking-session';
import { findVisitor } from '@/lib/server/web/sessions/signed-in';
import { forUseCases } from '../../../support/databases/databases';
import { FakeClock } from '../../../support/doubles/fake-clock';
import { JANE } from '../../../support/doubles/fake-access-ports';
import { newSession } from '../../../support/new-session';
import { testPersister } from '../../../support/test-chain';

const SECRET = 'a secret that session cookies are encrypted with';
const CHEAP = { memoryCost: 8, timeCost: 1, parallelism: 1 };
const IDLE_MS = 30 * MINUTE;
const person = (userId: string, roles: Role[]) => ({ ...JANE, userId, roles });
const FOREVER = () => new AbortController().signal;

forUseCases((_name, open) => {
  let database: Database;
  let sessions: PrismaSessionStore;
  let clock: FakeClock;
  let services: Services;

  beforeAll(async () => {
    database = await open();
    sessions = new PrismaSessionStore(database);
    const users = new PrismaUserDirectory(database, new FakeClock(), testPersister(new FakeClock()), [], CHEAP);
    await users.add(
      person('agent', ['helpdesk-agent']),
      person('agent with a phone', ['user', 'helpdesk-agent']),
      JANE,
    );
  });

  beforeEach(() => {
    clock = new FakeClock();
    const users = new PrismaUserDirectory(database, clock, testPersister(clock), [], CHEAP);
    const settings = { domain: JANE.domain, sessionLifetimeMs: 8 * HOUR, stepUpAgeMs: MINUTE, staffIdleMs: IDLE_MS };
    services = {
      config: { isHttps: false },
      sessionSecret: SECRET,
      accounts: { sessions, users, clock, settings },
      helpdesk: {},
      proofs: { staff: { level: 'open', isExempt: () => false } },
      changeFeed: database.changeFeed,
    } as unknown as Services;
  });

  async function enter(userId: string) {
    const session = newSession({ userId, domain: JANE.domain }, clock.now(), { expiresAt: clock.in(8 * HOUR) });
    await sessions.create(session, await sessions.epochOf(session));
    return session;
  }

  const isOpen = async ({ id }: { id: Parameters<typeof findVisitor>[1] }) =>
    (await findVisitor(services, id)) !== null;

  it('a staff session ends after half an hour without activity, and other sessions do not', async () => {
    const [agent, jane] = [await enter('agent'), await enter(JANE.userId)];
    clock.pass(IDLE_MS - SECOND);
    expect(await isOpen(agent)).toBe(true);
    await sessions.see(agent.id, clock.now());
    clock.pass(IDLE_MS - SECOND);
    expect(await isOpen(agent)).toBe(true);
    clock.pass(SECOND);
    expect([await isOpen(agent), await isOpen(jane)]).toEqual([false, true]);
  });

  it('every session ends after eight hours, however much is done', async () => {
    const [agent, jane] = [await enter('agent'), await enter(JANE.userId)];
    clock.pass(8 * HOUR);
    for (const { id } of [agent, jane]) await sessions.see(id, clock.now());
    expect([await isOpen(agent), await isOpen(jane)]).toEqual([false, false]);
  });

  it('threat: a page of an activation that staff left open is told nothing more', async () => {
    const { id: sessionId } = await enter('agent with a phone');
    const facts = new PrismaPollFacts(database.sql, clock, null, IDLE_MS);
    const activationId = parseActivationId(`act-${'0'.repeat(32)}`);
    if (!activationId) throw new TypeError('no activation');
    clock.pass(IDLE_MS - SECOND);
    expect((await facts.read({ sessionId, activationId }, 0)).asker).not.toBeNull();
    clock.pass(SECOND);
    expect((await facts.read({ sessionId, activationId }, 0)).asker).toBeNull();
  });

  /** A long poll of staff that is answered after what happens meanwhile. @param meanwhile gets the end of its hold */
  async function poll(sessionId: string, meanwhile: (ended: Promise<unknown>) => Promise<unknown>): Promise<unknown> {
    const cookie = `tessera.session=${await encode({ token: { sub: sessionId }, secret: SECRET })}`;
    const request = {
      name: '',
      query: new URLSearchParams(),
      header: (name: string) => (name === 'cookie' ? cookie : null),
      origin: { correlationId: 'poll', address: '192.0.2.1' },
    };
    return answerPermitted(services, request, 'invitation:view', FOREVER, async (_signedIn, held) => {
      const signal = held('agent');
      await meanwhile(new Promise((resolve) => signal.addEventListener('abort', resolve)));
      return { told: 'everything' };
    });
  }

  it('a long poll of staff is answered while something is done', async () => {
    const session = await enter('agent');
    expect(await poll(session.id, async () => clock.pass(IDLE_MS - SECOND))).toEqual({ told: 'everything' });
  });

  it('threat: a staff long poll left open tells nothing after half an hour, and counts as no activity', async () => {
    const session = await enter('agent');
    expect(await poll(session.id, async () => clock.pass(IDLE_MS))).toBe(401);
    expect((await sessions.find(session.id, clock.now()))?.lastSeenAt).toEqual(session.lastSeenAt);
  });

  it('threat: a long poll of staff ends at once with their sessions, as when they are disabled', async () => {
    const session = await enter('agent');
    const endAll = () =>
      database.client.$transaction((transaction) =>
        endSessions(transaction, session, { whileIn: null, except: null, now: clock.now() }),
      );
    expect(await poll(session.id, async (ended) => Promise.all([endAll(), ended]))).toBe(401);
  });
});
