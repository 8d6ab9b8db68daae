import { afterEach, beforeAll, afterAll, beforeEach, describe, expect, test } from 'vitest';
import { answeringDevices } from '@/lib/accounts/phone-sign-in/phone-challenge-gateway';
import type { GatewayError } from '@/lib/activation/gateway-error';
import type { OpenedGateway } from '@/lib/server/composition/opened-gateway';
import type { Database } from '@/lib/database/database';
import { PrismaVendorChallengeStore } from '@/lib/database/tables/gateways/prisma-vendor-challenge-store';
import type { EndedVendorChallenge } from '@/lib/gateways/phone-requests/vendor-challenge';
import { fault } from '@/lib/kit/faults/fault';
import { startOnespanServer, type OneSpanServer } from '@/lib/kit/gateways/start-onespan-server';
import { poll } from '@/lib/kit/poll';
import { hexFromBytes } from '@/lib/shared/bytes';
import type { CallerRequestId } from '@/lib/shared/identifiers/caller-request-id';
import type { PhoneConfirmationId } from '@/lib/shared/identifiers/phone-confirmation-id';
import type { PhoneSignInId } from '@/lib/shared/identifiers/phone-sign-in-id';
import { systemRandom } from '@/lib/shared/random';
import { MINUTE, SECOND } from '@/lib/shared/time/duration';
import { forEachPairOfReplicas } from '../../../support/databases/databases';
import { openCloudAdapter } from '../../../support/onespan/open-onespan-adapter';
import { activateVendorPhone } from '../../../support/onespan/vendor-phones';
import { valueOf } from '../../../support/phones/activate-device';

const ASKING = { address: '203.0.113.9', browser: 'Firefox on Windows' };
const STEP_UP = { ...ASKING, purpose: 'step-up' } as const;
const NOT_APPROVED = { ok: false, refusal: 'not-approved' };
/** Past the lease of a process that is gone. */
const LEASE_MS = 15 * SECOND;
const clock = { aheadMs: 0, now: () => new Date(Date.now() + clock.aheadMs) };
const hex = () => hexFromBytes(systemRandom.bytes(32));
const signInId = () => `phs-${hex()}` as PhoneSignInId;
const confirmationId = () => `phc-${hex()}` as PhoneConfirmationId;

forEachPairOfReplicas((_kind, openPair) => {
  let server: OneSpanServer;
  let databases: [Database, Database];
  /** Two replicas: the first asks. */
  let replicas: OpenedGateway[];
  let faults: unknown[];
  let failures: GatewayError[];
  let ended: EndedVendorChallenge[];

  beforeAll(async () => {
    server = await startOnespanServer({ clock, lockThreshold: 0 });
    databases = await openPair();
  });

  afterAll(async () => {
    await server.close();
  });

  beforeEach(() => {
    [faults, failures, ended] = [[], [], []];
    replicas = databases.map((database) => openReplica(database));
  });

  afterEach(async () => {
    for (const replica of replicas) await replica.close();
    await server.faults.clear();
    server.calls.clear();
    server.state.options.undeliverablePush = 'shows-later';
    if (faults.length > 0) throw new AggregateError(faults, 'an answer could not be kept');
  });

  function openReplica(database: Database, maximumCalls = 50): OpenedGateway {
    const phoneRequests = {
      store: new PrismaVendorChallengeStore(database.client),
      changeFeed: database.changeFeed,
      onEnd: async (end: EndedVendorChallenge) => void ended.push(end),
      onFault: (error: unknown) => void faults.push(error),
    };
    return openCloudAdapter(server, failures, { push: { timeLimitMs: MINUTE, maximumCalls } }, phoneRequests);
  }

  function phones(replica = replicas[0]) {
    if (!replica?.phoneChallenges) throw new Error('no phones can be asked');
    return replica.phoneChallenges;
  }

  const other = () => phones(replicas[1]);

  async function newPerson(isReachable = true) {
    const person = await activateVendorPhone(server, { isReachable });
    const addressee = { userId: person.userId, domain: 'example.org' };
    const receive = async () => valueOf(await person.phone.receive(server.state.challenges));
    return { ...person, addressee, receive };
  }

  const until = (id: PhoneSignInId | PhoneConfirmationId | CallerRequestId, state: string, by = phones()) =>
    poll(`the request ${state}`, async () => (await by.observe(id))?.state === state);

  async function tryAgain(person: Awaited<ReturnType<typeof newPerson>>): Promise<void> {
    const id = signInId();
    const pushed = () => server.state.challenges.pushedTo(person.device.instanceId);
    const stale = pushed();
    await phones().send(id, ASKING, person.addressee);
    await poll('another push', async () => pushed() !== null && pushed() !== stale);
    await (await person.receive()).approve();
    await until(id, 'approved');
    expect((await phones().redeem(id)).ok).toBe(true);
  }

  describe('push and login at the cloud (OneSpan §5.5)', () => {
    test('another process sees the approval, which one of two uses', async () => {
      const { addressee, receive, device } = await newPerson();
      const id = signInId();
      await phones().send(id, ASKING, addressee);
      const login = await receive();
      await other().observe(id);
      await login.approve();
      await until(id, 'approved', other());
      const redeemed = await Promise.all([other().redeem(id), phones().redeem(id)]);
      expect(redeemed).toContainEqual({ ok: true, value: { ...addressee, instanceId: device.instanceId } });
      expect(redeemed).toContainEqual(NOT_APPROVED);
      expect(server.calls.count('login')).toBe(1);
    });

    test('a refusal on the phone is told, for a sign-in as well', async () => {
      const { addressee, receive } = await newPerson();
      for (const [id, asking] of [
        [confirmationId(), STEP_UP],
        [signInId(), ASKING],
      ] as const) {
        await phones().send(id, asking, addressee);
        await (await receive()).refuse();
        await until(id, 'refused');
        expect(await phones().observe(id)).toMatchObject({ reason: 'cancelled-on-phone', reader: null });
      }
    });

    test('a confirmation that the cloud times out has expired, and is told apart from a refusal', async () => {
      const { addressee, receive } = await newPerson();
      server.state.options.authenticationTimeoutSeconds = 10;
      const id = confirmationId();
      await phones().send(id, STEP_UP, addressee);
      await receive();
      clock.aheadMs += 11 * SECOND;
      await until(id, 'expired');
      expect(await phones().observe(id)).toMatchObject({ reason: null });
      server.state.options.authenticationTimeoutSeconds = 60;
    });

    test.each([
      ['later', 'shows-later'],
      ['at once', 'conflict'],
    ] as const)(
      'a push that reaches no phone is not confirmed, where the cloud says so %s',
      async (_when, undeliverablePush) => {
        server.state.options.undeliverablePush = undeliverablePush;
        const { addressee } = await newPerson(false);
        const id = confirmationId();
        await phones().send(id, STEP_UP, addressee);
        await until(id, 'refused');
        expect(await phones().observe(id)).toMatchObject({ reason: 'not-confirmed' });
      },
    );

    test('phones are not asked where nothing is switched on', async () => {
      const opened = openCloudAdapter(server);
      expect(opened.phoneChallenges).toBeNull();
      await opened.close();
    });
  });

  describe('which device answered is not told', () => {
    test('threat: an untrusted device of several — the answer names them all', async () => {
      const { addressee, receive, account, device } = await newPerson();
      await server.state.register(account);
      const listed = await replicas[0]?.directory.list(addressee);
      const id = confirmationId();
      await phones().send(id, STEP_UP, addressee);
      await (await receive()).approve();
      await until(id, 'approved');
      const answering = answeringDevices(valueOf(await phones().redeem(id)));
      expect(answering).toContain(device.instanceId);
      expect(answering).toHaveLength(listed?.length ?? 0);
    });
  });

  describe('none of what goes wrong signs a user in, and the next try works', () => {
    test('threat: a process that dies — another one takes over at the page’s next look', async () => {
      const person = await newPerson();
      const id = signInId();
      await phones().send(id, ASKING, person.addressee);
      const login = await person.receive();
      await poll('the session', async () => server.calls.count('sessions/{requestID}') > 0);
      await replicas[0]?.close();
      server.calls.clear();
      await login.approve();
      expect(await other().observe(id)).toMatchObject({ state: 'waiting' });
      clock.aheadMs += LEASE_MS;
      // Two looks at once: one of them takes it over.
      await Promise.all([other().observe(id), other().observe(id)]);
      await until(id, 'approved', other());
      expect(server.calls.count('sessions/{requestID}')).toBe(1);
      expect(server.calls.count('login')).toBe(0);
      expect((await other().redeem(id)).ok).toBe(true);
    });

    test('threat: an answer after the request’s time — is dropped', async () => {
      const person = await newPerson();
      server.faults.set('sessions/{requestID}', fault.status(503));
      const id = signInId();
      await phones().send(id, ASKING, person.addressee);
      await (await person.receive()).approve();
      clock.aheadMs += MINUTE;
      await server.faults.clear();
      expect(await phones().observe(id)).toMatchObject({ state: 'expired', reader: null });
      expect(await phones().redeem(id)).toEqual(NOT_APPROVED);
      await tryAgain(person);
    });

    test('threat: a page that was closed — the approval that follows is not redeemed, and the polling ends', async () => {
      const person = await newPerson();
      const id = signInId();
      await phones().send(id, ASKING, person.addressee);
      const login = await person.receive();
      await other().cancel(id);
      await login.approve();
      expect(await phones().redeem(id)).toEqual(NOT_APPROVED);
      expect(await phones().observe(id)).toMatchObject({ state: 'cancelled', reader: null });
      expect(ended).toEqual([{ requestKey: id, purpose: 'sign-in' }]);
      await tryAgain(person);
    });

    test('threat: an approval of another session — counts for its own request alone', async () => {
      const [jane, max] = [await newPerson(), await newPerson()];
      const [own, strange] = [confirmationId(), confirmationId()];
      await phones().send(own, STEP_UP, jane.addressee);
      await phones().send(strange, STEP_UP, max.addressee);
      await (await max.receive()).approve();
      await until(strange, 'approved');
      expect(await phones().observe(own)).toMatchObject({ state: 'waiting', reader: null });
      expect(await phones().redeem(own)).toEqual(NOT_APPROVED);
    });

    test('threat: a newer request — supersedes the one that waits, whose approval counts no more', async () => {
      const person = await newPerson();
      const [first, second] = [signInId(), signInId()];
      await phones().send(first, ASKING, person.addressee);
      const stale = await person.receive();
      await other().send(second, ASKING, person.addressee);
      await stale.approve();
      await (await person.receive()).approve();
      await until(second, 'approved');
      expect(await phones().observe(first)).toMatchObject({ state: 'cancelled' });
      expect(await phones().redeem(first)).toEqual(NOT_APPROVED);
    });

    test('threat: a wrong signature — signs no one in', async () => {
      const person = await newPerson();
      const id = confirmationId();
      await phones().send(id, STEP_UP, person.addressee);
      await (await person.receive()).approveWrongly();
      await until(id, 'refused');
      expect(await phones().redeem(id)).toEqual(NOT_APPROVED);
      await tryAgain(person);
    });

    test.each([
      ['504', fault.status(504)],
      ['a server that breaks off', fault.reset()],
      ['a lost answer', fault.lostAnswer()],
      ['a page of a proxy', fault.html()],
      ['an unknown refusal', fault.unknownStatus()],
    ])('threat: %s — nothing is confirmed, and the login is not repeated', async (_what, wrong) => {
      const person = await newPerson();
      server.faults.once('login', wrong);
      const id = confirmationId();
      await phones().send(id, STEP_UP, person.addressee);
      await until(id, 'refused');
      expect(await phones().observe(id)).toMatchObject({ reason: 'not-confirmed' });
      expect(server.calls.count('login')).toBe(1);
      await tryAgain(person);
    });

    test.each([
      ['504', fault.status(504)],
      ['a reset', fault.reset()],
      ['a page of a proxy', fault.html()],
      ['an unknown refusal', fault.unknownStatus()],
    ])('a look at the session that meets %s is repeated, and the approval counts', async (_what, wrong) => {
      const person = await newPerson();
      server.faults.set('sessions/{requestID}', wrong, { times: 2 });
      const id = signInId();
      await phones().send(id, ASKING, person.addressee);
      await (await person.receive()).approve();
      await until(id, 'approved');
      expect((await phones().redeem(id)).ok).toBe(true);
    });
  });

  describe('who is asked, and how often', () => {
    test('threat: user names tried — unknown, locked or without a phone, a sign-in looks alike', async () => {
      const locked = await newPerson();
      locked.account.isLocked = true;
      const nobody = { userId: 'nobody.at.all', domain: 'example.org' };
      const seen: unknown[] = [];
      for (const addressee of [nobody, (await newPerson(false)).addressee, locked.addressee]) {
        const id = signInId();
        const { number } = await phones().send(id, ASKING, addressee);
        await poll('the answer', async () =>
          server.calls.list().some(({ name, status }) => /login/.test(name) && status),
        );
        const before = await phones().observe(id);
        clock.aheadMs += MINUTE;
        const { state, version, reason, reader } = (await phones().observe(id)) ?? {};
        seen.push({ number, before: before?.state, after: { state, version, reason, reader } });
        server.calls.clear();
      }
      const after = { state: 'expired', version: 1, reason: null, reader: null };
      expect(seen).toEqual(Array.from({ length: 3 }, () => ({ number: '', before: 'waiting', after })));
    });

    test('threat: a stranger’s sign-in — neither ends a confirmation nor reaches the phone meanwhile', async () => {
      const person = await newPerson();
      const [own, strange] = [confirmationId(), signInId()];
      await phones().send(own, STEP_UP, person.addressee);
      const login = await person.receive();
      await other().send(strange, ASKING, person.addressee);
      expect(server.calls.count('login')).toBe(1);
      await login.approve();
      await until(own, 'approved');
      expect(await phones().redeem(strange)).toEqual(NOT_APPROVED);
    });

    test('threat: requests that wait, of all processes — one over the limit fails before any phone is asked', async () => {
      // Past the calls of the tests before.
      clock.aheadMs += 2 * MINUTE;
      const [jane, max] = [await newPerson(), await newPerson()];
      const [one, small] = [openReplica(databases[0], 1), openReplica(databases[0], 1)];
      replicas.push(one, small);
      await phones(one).send(signInId(), ASKING, jane.addressee);
      const id = signInId();
      await expect(phones(small).send(id, ASKING, max.addressee)).rejects.toMatchObject({ code: 'circuit-open' });
      expect(await phones(small).observe(id)).toBeNull();
    });
  });
});
