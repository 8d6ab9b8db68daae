import { afterEach, beforeAll, afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { GatewayError } from '@/lib/activation/gateway-error';
import type { OpenedGateway } from '@/lib/composition/opened-gateway';
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
import { MINUTE } from '@/lib/shared/time/duration';
import { openCopiedDatabase } from '../../support/databases/open-copied-database';
import { openAdapter } from '../../support/onespan/open-onespan-adapter';
import { activateVendorPhone } from '../../support/onespan/vendor-phones';
import { valueOf } from '../../support/phones/activate-device';

const ASKING = { address: '203.0.113.9', browser: 'Firefox on Windows' };
const STEP_UP = { ...ASKING, purpose: 'step-up' } as const;
const NOT_APPROVED = { ok: false, refusal: 'not-approved' };
const clock = { aheadMs: 0, now: () => new Date(Date.now() + clock.aheadMs) };

let server: OneSpanServer;
let database: Database;
/** Two replicas: the first has the call that waits. */
let replicas: OpenedGateway[];
let faults: unknown[];
let failures: GatewayError[];
let ended: EndedVendorChallenge[];

beforeAll(async () => {
  server = await startOnespanServer({ clock, servers: 2 });
  database = await openCopiedDatabase();
});

afterAll(async () => {
  await server.close();
  await database.close();
});

beforeEach(() => {
  [faults, failures, ended] = [[], [], []];
  replicas = [openReplica(), openReplica()];
});

afterEach(async () => {
  await server.faults.clear();
  server.calls.clear();
  Object.assign(server.state.options, { pushReply: 'waits', authenticationTimeoutSeconds: 60 });
  for (const replica of replicas) await replica.close();
});

function openReplica(maximumCalls = 50): OpenedGateway {
  const phoneRequests = {
    store: new PrismaVendorChallengeStore(database.client),
    onEnd: async (end: EndedVendorChallenge) => void ended.push(end),
    onFault: (error: unknown) => void faults.push(error),
  };
  const push = { keyword: 'push', timeLimitMs: MINUTE, maximumCalls };
  return openAdapter(server, failures, { push }, phoneRequests);
}

function phones(replica = replicas[0]) {
  if (!replica?.phoneChallenges) throw new Error('no phones can be asked');
  return replica.phoneChallenges;
}

const other = () => phones(replicas[1]);

const hex = () => hexFromBytes(systemRandom.bytes(32));
const signInId = () => `phs-${hex()}` as PhoneSignInId;
const confirmationId = () => `phc-${hex()}` as PhoneConfirmationId;

async function newPerson(isReachable = true) {
  const person = await activateVendorPhone(server, { isReachable });
  const addressee = { userId: person.userId, domain: 'example.org' };
  const receive = async () => valueOf(await person.phone.receive(server.state.challenges));
  return { ...person, addressee, receive };
}

/** Until the call that waited is over, for good. */
const untilAnswered = (count = 1) =>
  poll('the server’s answer', async () => {
    const calls = server.calls.list().filter(({ name }) => name === 'authUser');
    return calls.filter(({ status, fault: spoiled }) => status !== null || spoiled !== null).length >= count;
  });

describe('push and login (OneSpan §4.5)', () => {
  test('the phone shows the site, the browser and its address, and another process sees its approval', async () => {
    const { addressee, receive, device } = await newPerson();
    const id = signInId();
    const { number } = await phones().send(id, ASKING, addressee);
    const login = await receive();
    expect([number, login.text]).toEqual(['', 'id.example.org · Firefox on Windows · 203.0.113.9']);
    await login.approve();
    await poll('the approval', async () => (await other().observe(id))?.state === 'approved');
    const owner = { ...addressee, instanceId: device.instanceId };
    const redeemed = await Promise.all([other().redeem(id), phones().redeem(id)]);
    expect(redeemed).toContainEqual({ ok: true, value: owner });
    expect(redeemed).toContainEqual(NOT_APPROVED);
  });

  test('a caller check shows the agent and the two words on the phone', async () => {
    const { addressee, receive } = await newPerson();
    const id = `clr-${hex()}` as CallerRequestId;
    await phones().challengeCaller(id, { agent: 'Ann Agent', words: 'amber falcon' }, addressee);
    expect((await receive()).text).toBe('id.example.org · Ann Agent · amber falcon');
  });

  test('the phone’s message has 128 characters at most and no control characters', async () => {
    const { addressee, receive } = await newPerson();
    await phones().send(signInId(), { ...ASKING, browser: `a\n${'😀'.repeat(100)}` }, addressee);
    const { text } = await receive();
    expect([text.length <= 128, /[\p{Cc}\uFFFD]/u.test(text)]).toEqual([true, false]);
  });

  test('a confirmation that the phone refuses is not confirmed, which ends it at once', async () => {
    const { addressee, receive } = await newPerson();
    const id = confirmationId();
    await phones().send(id, STEP_UP, addressee);
    await (await receive()).refuse();
    await poll('the end', async () => (await phones().observe(id))?.state === 'refused');
    expect(await phones().observe(id)).toMatchObject({ reason: 'not-confirmed', reader: null });
    expect(ended).toEqual([{ requestKey: id, purpose: 'step-up' }]);
  });

  test('phones are not asked where no keyword is set', async () => {
    const opened = openAdapter(server);
    expect(opened.phoneChallenges).toBeNull();
    await opened.close();
  });
});

async function tryAgain(person: Awaited<ReturnType<typeof newPerson>>): Promise<void> {
  const id = signInId();
  const pushed = () => server.state.challenges.pushedTo(person.device.instanceId);
  const stale = pushed();
  await phones().send(id, ASKING, person.addressee);
  await poll('another push', async () => pushed() !== stale);
  await (await person.receive()).approve();
  await poll('the approval', async () => (await phones().observe(id))?.state === 'approved');
  expect((await phones().redeem(id)).ok).toBe(true);
}

describe('none of what goes wrong signs a user in, and the next try works', () => {
  test('threat: an approval that no page takes up — counts for nothing after a minute', async () => {
    const person = await newPerson();
    const id = signInId();
    await phones().send(id, ASKING, person.addressee);
    const login = await person.receive();
    await login.approve();
    await poll('the approval', async () => (await phones().observe(id))?.state === 'approved');
    // The page takes it up no more.
    clock.aheadMs += MINUTE;
    expect(await phones().redeem(id)).toEqual(NOT_APPROVED);
    expect(await phones().observe(id)).toMatchObject({ state: 'expired' });
    await tryAgain(person);
  });

  test('threat: an answer that arrives after the request’s time — is dropped', async () => {
    const person = await newPerson();
    server.faults.once('authUser', fault.delay(1_500));
    const id = signInId();
    await phones().send(id, ASKING, person.addressee);
    clock.aheadMs += MINUTE;
    // The server asks the phone only now, which approves.
    await (await person.receive()).approve();
    await untilAnswered();
    expect(await phones().redeem(id)).toEqual(NOT_APPROVED);
    expect(await phones().observe(id)).toMatchObject({ state: 'expired', reader: null });
    await tryAgain(person);
  });

  test('threat: a page that was closed — the approval that follows is not redeemed', async () => {
    const person = await newPerson();
    const id = signInId();
    await phones().send(id, ASKING, person.addressee);
    const login = await person.receive();
    await other().cancel(id);
    await login.approve();
    await untilAnswered();
    expect(await phones().redeem(id)).toEqual(NOT_APPROVED);
    expect(await phones().observe(id)).toMatchObject({ state: 'cancelled', reader: null });
    expect(ended).toEqual([{ requestKey: id, purpose: 'sign-in' }]);
    await tryAgain(person);
  });

  test('threat: a process that dies while it waits — its request runs out, and blocks no one', async () => {
    const person = await newPerson();
    const id = signInId();
    await phones().send(id, ASKING, person.addressee);
    const login = await person.receive();
    // Its connections break, as at the end of a process.
    await replicas[0]?.close();
    server.faults.set('authUser', fault.lostAnswer());
    await server.faults.begin({ kind: 'refused' });
    await server.faults.clear();
    await login.approve();
    expect(await other().redeem(id)).toEqual(NOT_APPROVED);
    clock.aheadMs += MINUTE;
    await replicas[1]?.keepAlive();
    expect(await other().observe(id)).toMatchObject({ state: 'expired' });
    expect(ended.filter(({ requestKey }) => requestKey === id)).toHaveLength(1);
    replicas[0] = openReplica();
    await tryAgain(person);
  });

  test.each([
    ['a proxy that cuts the call', fault.proxyTimeout(10)],
    ['a server that breaks off', fault.reset()],
    ['an answer that is lost', fault.status(502)],
    ['a page of a proxy', fault.html()],
    ['an unknown status', fault.unknownStatus()],
  ])('threat: %s — nothing is confirmed, no second server is asked', async (_what, wrong) => {
    const person = await newPerson();
    server.faults.once('authUser', wrong);
    const id = confirmationId();
    await phones().send(id, STEP_UP, person.addressee);
    await poll('the end', async () => (await phones().observe(id))?.state === 'refused');
    expect(await phones().observe(id)).toMatchObject({ reason: 'not-confirmed' });
    expect(await phones().redeem(id)).toEqual(NOT_APPROVED);
    expect(server.calls.count('authUser')).toBe(1);
    await tryAgain(person);
  });

  test('threat: a wrong signature — signs no one in', async () => {
    const person = await newPerson();
    const id = signInId();
    await phones().send(id, ASKING, person.addressee);
    await (await person.receive()).approveWrongly();
    await untilAnswered();
    expect(await phones().redeem(id)).toEqual(NOT_APPROVED);
    await tryAgain(person);
  });

  test('threat: a seeming success of a server that only pushed — proves nothing (OneSpan §4.3)', async () => {
    const { addressee } = await newPerson();
    server.state.options.pushReply = 'seeming-success';
    const id = confirmationId();
    await phones().send(id, STEP_UP, addressee);
    await poll('the end', async () => (await phones().observe(id))?.state === 'refused');
    expect(await phones().redeem(id)).toEqual(NOT_APPROVED);
  });

  test('threat: a user whose static password is the keyword — no device is named, nothing is proved', async () => {
    server.state.options.pushRequest = { method: 'None', keyword: 'push' };
    const addressee = { userId: 'push.password', domain: 'example.org' };
    server.state.accounts.add({ ...addressee, staticPassword: 'push' });
    const id = confirmationId();
    await phones().send(id, STEP_UP, addressee);
    await poll('the end', async () => (await phones().observe(id))?.state === 'refused');
    expect(server.state.accounts.find('push.password')?.lastAuthenticatedAt).not.toBeNull();
    expect(await phones().redeem(id)).toEqual(NOT_APPROVED);
    server.state.options.pushRequest = { method: 'KeywordOnly', keyword: 'push' };
  });
});

describe('who is asked, and how often', () => {
  test('threat: user names tried — unknown, without a phone or refusing, a sign-in looks alike', async () => {
    const refusing = await newPerson();
    const people = [
      { userId: 'nobody.at.all', domain: 'example.org' },
      (await newPerson(false)).addressee,
      refusing.addressee,
    ];
    const seen: unknown[] = [];
    for (const addressee of people) {
      const id = signInId();
      const { expiresAt, ...sent } = await phones().send(id, ASKING, addressee);
      if (addressee === refusing.addressee) await (await refusing.receive()).refuse();
      await untilAnswered(seen.length + 1);
      const before = await phones().observe(id);
      clock.aheadMs += MINUTE;
      const after = await phones().observe(id);
      const { state, version, reason, reader } = after ?? {};
      expect(expiresAt).toEqual(before?.expiresAt);
      seen.push({ sent, before: before?.state, after: { state, version, reason, reader } });
    }
    const alike = {
      sent: { number: '' },
      before: 'waiting',
      after: { state: 'expired', version: 1, reason: null, reader: null },
    };
    expect(seen).toEqual([alike, alike, alike]);
  });

  test('a newer request of a person supersedes the one that waits', async () => {
    const person = await newPerson();
    const [first, second] = [signInId(), signInId()];
    await phones().send(first, ASKING, person.addressee);
    const stale = await person.receive();
    await other().send(second, ASKING, person.addressee);
    await stale.approve();
    await (await person.receive()).approve();
    await poll('the approval', async () => (await phones().observe(second))?.state === 'approved');
    expect(await phones().observe(first)).toMatchObject({ state: 'cancelled' });
    expect(await phones().redeem(first)).toEqual(NOT_APPROVED);
    expect(ended).toEqual([{ requestKey: first, purpose: 'sign-in' }]);
  });

  test('threat: a stranger’s sign-in — neither ends a confirmation nor reaches the phone meanwhile', async () => {
    const person = await newPerson();
    const [own, strange] = [confirmationId(), signInId()];
    await phones().send(own, STEP_UP, person.addressee);
    const login = await person.receive();
    await other().send(strange, ASKING, person.addressee);
    expect(await phones().observe(strange)).toMatchObject({ state: 'waiting' });
    expect(server.calls.count('authUser')).toBe(1);
    await login.approve();
    await poll('the approval', async () => (await phones().observe(own))?.state === 'approved');
    expect(await phones().redeem(strange)).toEqual(NOT_APPROVED);
  });

  test('requests at once for one person leave one that waits', async () => {
    const { addressee } = await newPerson();
    const ids = Array.from({ length: 5 }, signInId);
    await Promise.all(ids.map((id) => phones().send(id, ASKING, addressee)));
    const states = await Promise.all(ids.map(async (id) => (await phones().observe(id))?.state));
    const count = (wanted: string) => states.filter((state) => state === wanted).length;
    expect([count('cancelled'), count('waiting')]).toEqual([4, 1]);
  });

  test('threat: calls that wait — one over the limit fails before any phone is asked', async () => {
    const [jane, max] = [await newPerson(), await newPerson()];
    const small = openReplica(1);
    replicas.push(small);
    await phones(small).send(signInId(), ASKING, jane.addressee);
    const id = signInId();
    await expect(phones(small).send(id, ASKING, max.addressee)).rejects.toMatchObject({ code: 'circuit-open' });
    expect(await phones(small).observe(id)).toBeNull();
    await (await jane.receive()).approve();
    await poll('room', () =>
      phones(small)
        .send(signInId(), ASKING, max.addressee)
        .then(
          () => true,
          () => false,
        ),
    );
  });
});
