import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  disableAccount,
  enableAccount,
  endSessionsOf,
  giveRole,
  removeAccount,
  takeRole,
} from '@/lib/administration/change-account';
import { settleAccounts, type SettlePorts } from '@/lib/administration/settle-account';
import { generateSessionId, type Session } from '@/lib/accounts/sessions/session';
import { signIn } from '@/lib/accounts/sign-in/sign-in';
import type { Role } from '@/lib/accounts/users/role';
import type { User } from '@/lib/accounts/users/user';
import { followActivation } from '@/lib/activation/following/follow-activation';
import { RecentPolls } from '@/lib/activation/following/recent-polls';
import { startActivation } from '@/lib/activation/start/start-activation';
import { KeyRing } from '@/lib/crypto/key-ring';
import { messageAppender } from '@/lib/database/side-effects/append-messages';
import type { Database } from '@/lib/database/database';
import { sideEffectPersister } from '@/lib/database/side-effects/persist-side-effects';
import { PrismaAccountStore } from '@/lib/database/tables/accounts/prisma-account-store';
import { PrismaChallengeStore } from '@/lib/database/tables/accounts/prisma-challenge-store';
import { PrismaGatewayStore } from '@/lib/database/tables/activation/prisma-gateway-store';
import { PrismaPollFacts } from '@/lib/database/tables/activation/prisma-poll-facts';
import { PrismaRoleRequestStore } from '@/lib/database/tables/accounts/prisma-role-request-store';
import { PrismaUserDirectory } from '@/lib/database/tables/accounts/prisma-user-directory';
import { approve, redeem, scan, type Waiting } from '@/lib/gateways/embedded/engine/challenges/challenge';
import { createLogger } from '@/lib/observability/logger';
import { watchAccounts } from '@/lib/server/background/watch-accounts';
import { sessionChangeKey } from '@/lib/shared/changes/change-feed';
import { systemRandom } from '@/lib/shared/random';
import { systemClock } from '@/lib/shared/time/clock';
import { HOUR, MINUTE } from '@/lib/shared/time/duration';
import { addActiveDevice } from '../../support/add-active-device';
import { forEachPairOfReplicas } from '../../support/databases/databases';
import { ORIGIN } from '../../support/doubles/fake-activation-ports';
import { fakeHelpdesk, onDatabase } from '../../support/doubles/fake-helpdesk-ports';
import { signedInAs } from '../../support/doubles/principal';
import { MemoryKnownNetworks } from '../../support/doubles/stores/memory-known-networks';
import { MemoryRateLimiter } from '../../support/doubles/stores/memory-rate-limiter';
import { Latch } from '@/lib/kit/latch';
import { poll } from '@/lib/kit/poll';
import { invite } from '../helpdesk/typed-reissue';
import { testAppender, testPersister } from '../../support/test-chain';
import { rounds } from '../../support/rounds';

const ROUNDS = rounds(12, 50);
const DOMAIN = 'example.org';
const PASSWORD = 'correct horse battery';
/** Of a password's hash: what is raced for is what is done around it. */
const CHEAP = { memoryCost: 8, timeCost: 1, parallelism: 1 };

let people = 0;

/** What is said of everything that leaves one administrator less; null where it was done. */
async function refusalsOf(ports: SettlePorts, user: User, by: User | null = null): Promise<(string | null)[]> {
  const administrator = by && signedInAs(by);
  const changed = await Promise.all([
    disableAccount(ports, administrator, user, ORIGIN),
    takeRole(ports, administrator, user, 'administrator', ORIGIN),
    removeAccount(ports, administrator, user, ORIGIN),
  ]);
  return changed.map((result) => (result.ok ? null : result.refusal));
}

/** Accounts as one replica has them. */
async function replica(database: Database) {
  const desk = await fakeHelpdesk(onDatabase(database));
  const keyRing = new KeyRing([{ id: 'test', key: new Uint8Array(32).fill(7) }]);
  const persist = sideEffectPersister(messageAppender(keyRing, systemRandom, []), systemClock, testAppender());
  const ports: SettlePorts = {
    ...desk.ports,
    clock: systemClock,
    accounts: new PrismaAccountStore(database, persist, ['board']),
  };
  const access = {
    ...desk.ports,
    clock: systemClock,
    users: new PrismaUserDirectory(database, systemClock, testPersister(systemClock), [], CHEAP),
    rateLimiter: new MemoryRateLimiter(systemClock),
    knownNetworks: new MemoryKnownNetworks(),
    settings: { domain: DOMAIN, sessionLifetimeMs: HOUR, stepUpAgeMs: MINUTE, staffIdleMs: HOUR },
  };
  const polls = new RecentPolls(new PrismaPollFacts(database.client, systemClock, null, HOUR), database.changeFeed);
  return { database, desk, ports, access, polls, persist };
}

forEachPairOfReplicas((_kind, open) => {
  let here: Awaited<ReturnType<typeof replica>>;
  let there: typeof here;

  beforeAll(async () => {
    const [first, second] = await open();
    here = await replica(first);
    there = first === second ? here : await replica(second);
  });

  async function add(roles: Role[] = ['user'], userId = `person.${(people += 1)}`): Promise<User> {
    const names = { displayName: userId, mailAddresses: [], language: 'en', group: null } as const;
    await here.access.users.add({ userId, domain: DOMAIN, roles, password: PASSWORD, ...names });
    const user = await here.access.users.find(userId, DOMAIN);
    if (!user) throw new Error(`no ${userId}`);
    return user;
  }

  async function enter(user: User): Promise<Session> {
    const entered = await signIn(there.access, { userId: user.userId, password: PASSWORD }, ORIGIN);
    if (!entered.ok) throw new Error(entered.refusal);
    return entered.value.session;
  }

  const bar = async ({ userId }: User) => (await there.access.users.find(userId, DOMAIN))?.bar;
  const lastFact = async (user: User) => (await here.ports.audit.listFor(user, 1))[0]?.event;

  describe('somebody who is disabled', () => {
    it('has no session, wakes from a long poll in another replica, and gets in by nothing', async () => {
      const user = await add();
      const session = await enter(user);
      const heard: string[] = [];
      await there.database.changeFeed.subscribe(sessionChangeKey(session.id), () => heard.push('ended'));
      expect(await disableAccount(here.ports, null, user, ORIGIN)).toEqual({ ok: true, value: null });
      expect(await there.access.sessions.find(session.id, systemClock.now())).toBeNull();
      await poll('the notice of the session’s end', async () => heard.length > 0);
      const typed = { userId: user.userId, password: PASSWORD };
      expect(await signIn(there.access, typed, ORIGIN)).toEqual({ ok: false, refusal: 'invalid-credentials' });
      expect(await enableAccount(here.ports, null, user, ORIGIN)).toEqual({ ok: true, value: null });
      expect(await signIn(there.access, typed, ORIGIN)).toMatchObject({ ok: true });
      expect(await there.access.sessions.find(session.id, systemClock.now())).toBeNull();
    });

    it('is told to sign in by the long poll that was open', async () => {
      const user = await add();
      const session = await enter(user);
      const started = await startActivation(
        here.desk.fake.ports,
        user,
        { deviceName: 'Phone', startKey: null },
        ORIGIN,
      );
      if (!started.ok) throw new Error(started.refusal);
      const { id: activationId, version } = started.value;
      const asked = { sessionId: session.id, activationId };
      const { polls, ports, database } = there;
      const held = new Latch();
      const following = followActivation(
        { polls, store: ports.activation.store, changeFeed: database.changeFeed },
        asked,
        version,
        () => (held.open(), new AbortController().signal),
      );
      await held.opened;
      await disableAccount(here.ports, null, user, ORIGIN);
      expect(await following).toEqual({ ok: false, refusal: 'signed-out' });
      // What the process remembers of earlier polls does not let them in either.
      const asks = { polls, store: ports.activation.store, changeFeed: database.changeFeed };
      const again = await followActivation(asks, asked, version, () => AbortSignal.abort());
      expect(again).toEqual({ ok: false, refusal: 'signed-out' });
      const faults: unknown[] = [];
      await settleAccounts(here.ports, (fault) => faults.push(fault), new AbortController().signal);
      expect([faults, (await here.ports.activation.store.find(activationId))?.state]).toEqual([[], 'cancelled']);
    });

    it('has what was under way ended at once by whichever replica is woken, invitations too', async () => {
      const user = await add(['user'], (await here.desk.newcomer()).userId);
      const invited = await invite(here.desk, user);
      const typed = { deviceName: 'Phone', startKey: null };
      const started = await startActivation(here.desk.fake.ports, user, typed, ORIGIN);
      if (!started.ok) throw new Error(started.refusal);
      const stopping = new AbortController();
      const settled = new Latch();
      const listAwaiting = async () => (settled.open(), []);
      const roleRequests = Object.assign(new PrismaRoleRequestStore(there.database.client, there.persist), {
        listAwaiting,
      });
      const services = {
        administration: { ...there.ports, roleRequests },
        changeFeed: there.database.changeFeed,
        logger: createLogger('silent'),
      };
      // No further round comes by itself: only the notice can end it.
      const watching = watchAccounts(services, stopping.signal, HOUR);
      await settled.opened;
      await disableAccount(here.ports, null, user, ORIGIN);
      const { invitations, activation } = here.ports;
      const isOver = async () =>
        (await activation.store.find(started.value.id))?.state === 'cancelled' &&
        (await invitations.find(invited.id))?.state === 'revoked';
      await poll('the end of what was under way', isOver);
      const records = (await here.ports.audit.listFor(user, 10)).map(({ event }) => event);
      expect(records).toContainEqual(expect.objectContaining({ type: 'invitation-revoked', why: 'account-disabled' }));
      stopping.abort();
      await watching;
    });

    it('threat: gets no session for a proof that was checked before', async () => {
      const user = await add();
      const epoch = await there.access.sessions.epochOf(user);
      const session = { ...(await enter(user)), id: generateSessionId(systemRandom) };
      await disableAccount(here.ports, null, user, ORIGIN);
      expect(await there.access.sessions.create(session, epoch)).toBe(false);
    });

    it('threat: approves nothing with their phone, even what it read before', async () => {
      const challenges = new PrismaChallengeStore(there.database.client);
      const devices = new PrismaGatewayStore(there.database);
      const reader = await addActiveDevice(devices);
      const user = await add(['user'], reader.userId);
      const challenge = (number: number): Waiting => ({
        state: 'waiting',
        keyHash: `${reader.userId} hash ${number}`,
        requestKey: `${reader.userId} request ${number}`,
        purpose: 'sign-in',
        version: 0,
        origin: 'https://id.example.org',
        address: '',
        browser: 'Firefox',
        number: '42',
        addressee: null,
        encryptedKey: null,
        openedAt: systemClock.now(),
        expiresAt: new Date(systemClock.now().getTime() + MINUTE),
      });
      const read = scan(challenge(1), reader);
      await challenges.add(challenge(1));
      expect(await challenges.save(read)).toBe(true);
      const approved = approve(scan(challenge(2), reader), read.expiresAt);
      await challenges.add(challenge(2));
      await challenges.save(scan(challenge(2), reader));
      expect(await challenges.save(approved)).toBe(true);
      expect((await devices.findInstance(reader))?.instance.state).toBe('active');
      await disableAccount(here.ports, null, user, ORIGIN);
      expect(await challenges.save(approve(read, read.expiresAt))).toBe(false);
      expect(await challenges.save(redeem(approved, systemClock.now()))).toBe(false);
      expect((await devices.findInstance(reader))?.instance.state).toBe('locked');
      await enableAccount(here.ports, null, user, ORIGIN);
      expect((await devices.findInstance(reader))?.instance.state).toBe('active');
    });

    it('is none of the staff who get mail', async () => {
      const staff = await add(['auditor']);
      await disableAccount(here.ports, null, staff, ORIGIN);
      const auditors = await there.access.users.listWithRole('auditor', DOMAIN);
      expect(auditors.map(({ userId }) => userId)).not.toContain(staff.userId);
    });
  });

  describe('a change of an account', () => {
    let administrator: User;

    beforeEach(async () => {
      for (const { user } of await here.ports.accounts.list(DOMAIN, null, 1_000))
        await here.database.client.user.delete({ where: { userId_domain: { userId: user.userId, domain: DOMAIN } } });
      administrator = await add(['administrator']);
    });

    it('never takes the last administrator, not even by an operator, and nobody’s own', async () => {
      expect(await refusalsOf(here.ports, administrator)).toEqual(
        Array.from({ length: 3 }, () => 'last-administrator'),
      );
      expect(await lastFact(administrator)).toMatchObject({ type: 'account-change-refused' });
      expect(await refusalsOf(here.ports, administrator, administrator)).toEqual(
        Array.from({ length: 3 }, () => 'own-account'),
      );
      await disableAccount(here.ports, null, await add(['administrator']), ORIGIN);
      expect(await refusalsOf(here.ports, administrator)).toEqual(
        Array.from({ length: 3 }, () => 'last-administrator'),
      );
      expect(await bar(administrator)).toBeNull();
    });

    it('ends the sessions of whoever gets or loses a role, and is recorded with it', async () => {
      const user = await add();
      const first = await enter(user);
      await giveRole(here.ports, null, user, 'auditor', ORIGIN);
      expect(await lastFact(user)).toMatchObject({ type: 'role-given', role: 'auditor', actor: { kind: 'system' } });
      const second = await enter(user);
      await takeRole(here.ports, signedInAs(administrator), user, 'auditor', ORIGIN);
      const third = await enter(user);
      await endSessionsOf(here.ports, signedInAs(administrator), user, ORIGIN);
      expect(await lastFact(user)).toMatchObject({ type: 'sessions-ended', sessions: 1 });
      const found = [first, second, third].map(({ id }) => there.access.sessions.find(id, systemClock.now()));
      expect(await Promise.all(found)).toEqual([null, null, null]);
      const again = await takeRole(here.ports, null, user, 'auditor', ORIGIN);
      expect(again).toEqual({ ok: false, refusal: 'lacks-role' });
    });

    it('threat: of two administrators who change each other at once, one remains', { timeout: 120_000 }, async () => {
      const changes = [
        disableAccount,
        removeAccount,
        (...[ports, by, user, origin]: Parameters<typeof disableAccount>) =>
          takeRole(ports, by, user, 'administrator', origin),
      ];
      const refused = new Set<string>();
      for (let round = 0; round < ROUNDS; round++) {
        const other = await add(['administrator']);
        const [change = disableAccount, against = disableAccount] = [changes[round % 3], changes[(round >> 1) % 3]];
        const results = await Promise.all([
          change(here.ports, signedInAs(administrator), other, ORIGIN),
          against(there.ports, signedInAs(other), administrator, ORIGIN),
        ]);
        expect(
          results.filter(({ ok }) => ok),
          `round ${round}`,
        ).toHaveLength(1);
        for (const result of results) if (!result.ok) refused.add(result.refusal);
        const left = await there.access.users.listWithRole('administrator', DOMAIN);
        expect(left, `round ${round}`).toHaveLength(1);
        if (left[0]) administrator = left[0];
      }
      expect([...refused].filter((refusal) => refusal !== 'not-permitted' && refusal !== 'last-administrator')).toEqual(
        [],
      );
    });

    it('a role that is given and taken at once ends as one of both, and is recorded as it ended', async () => {
      for (let round = 0; round < 10; round++) {
        const user = await add();
        const [given, taken] = await Promise.all([
          giveRole(here.ports, null, user, 'auditor', ORIGIN),
          takeRole(there.ports, null, user, 'auditor', ORIGIN),
        ]);
        expect(given.ok).toBe(true);
        const { roles } = (await there.access.users.find(user.userId, DOMAIN)) ?? user;
        expect(roles).toEqual(taken.ok ? ['user'] : ['user', 'auditor']);
      }
    });
  });

  it('a removed account leaves its records, and no device, session or password', async () => {
    const { desk, ports } = here;
    const user = await add(['user'], (await desk.newcomer()).userId);
    const { instanceId } = await desk.activate(user);
    const session = await enter(user);
    expect(await removeAccount(ports, null, user, ORIGIN)).toEqual({ ok: true, value: null });
    expect(await enableAccount(ports, null, user, ORIGIN)).toEqual({ ok: false, refusal: 'being-removed' });
    const faults: unknown[] = [];
    const settle = () => settleAccounts(ports, (fault) => faults.push(fault), new AbortController().signal);
    desk.directory.isReachable = false;
    await settle();
    expect([faults.length, await bar(user)]).toEqual([1, 'disabled']);
    desk.directory.isReachable = true;
    await settle();
    expect(faults).toHaveLength(1);
    expect(await there.access.users.find(user.userId, DOMAIN)).toBeNull();
    expect(await ports.directory.list(user)).toEqual([]);
    expect(await here.database.client.session.findUnique({ where: { id: session.id } })).toBeNull();
    const records = (await ports.audit.listFor(user, 10)).map(({ event }) => event);
    expect(records[0]).toMatchObject({ type: 'account-removed' });
    expect(records).toContainEqual(expect.objectContaining({ type: 'authenticator-removed', instanceId }));
    const typed = { userId: user.userId, password: PASSWORD };
    expect(await signIn(there.access, typed, ORIGIN)).toMatchObject({ ok: false });
  });
});
