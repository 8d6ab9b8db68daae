import { describe, expect, test } from 'vitest';
import { fault } from '@/lib/kit/faults/fault';
import { poll } from '@/lib/kit/poll';
import { MINUTE } from '@/lib/shared/time/duration';
import { BY_PUSH, openAdapter } from '../../../support/onespan/open-onespan-adapter';
import {
  ASKING,
  callerId,
  confirmationId,
  NOT_APPROVED,
  signInId,
  STEP_UP,
  usePhoneRequests,
  type PhoneRequests,
} from './phone-requests';

const requests = usePhoneRequests(BY_PUSH);
const { clock } = requests;
const phones = (replica = requests.replicas[0]) => requests.phones(replica);
const other = () => requests.other();

describe('push and login (OneSpan §4.5)', () => {
  test('the phone shows the site, the browser and its address, and another process sees its approval', async () => {
    const { addressee, receive, device } = await requests.newPerson();
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
    const { addressee, receive } = await requests.newPerson();
    const id = callerId();
    await phones().challengeCaller(id, { agent: 'Ann Agent', words: 'amber falcon' }, addressee);
    expect((await receive()).text).toBe('id.example.org · Ann Agent · amber falcon');
  });

  test('the phone’s message has 128 characters at most and no control characters', async () => {
    const { addressee, receive } = await requests.newPerson();
    await phones().send(signInId(), { ...ASKING, browser: `a\n${'😀'.repeat(100)}` }, addressee);
    const { text } = await receive();
    expect([text.length <= 128, /[\p{Cc}\uFFFD]/u.test(text)]).toEqual([true, false]);
  });

  test('a confirmation that the phone refuses is not confirmed, which ends it at once', async () => {
    const { addressee, receive } = await requests.newPerson();
    const id = confirmationId();
    await phones().send(id, STEP_UP, addressee);
    await (await receive()).refuse();
    await poll('the end', async () => (await phones().observe(id))?.state === 'refused');
    expect(await phones().observe(id)).toMatchObject({ reason: 'not-confirmed', reader: null });
    expect(requests.ended).toEqual([{ requestKey: id, purpose: 'step-up' }]);
  });

  test('phones are not asked where no keyword is set', async () => {
    const opened = openAdapter(requests.server);
    expect(opened.phoneChallenges).toBeNull();
    await opened.close();
  });
});

async function tryAgain(person: Awaited<ReturnType<PhoneRequests['newPerson']>>): Promise<void> {
  const id = signInId();
  const pushed = () => requests.server.state.challenges.pushedTo(person.device.instanceId);
  const stale = pushed();
  await phones().send(id, ASKING, person.addressee);
  await poll('another push', async () => pushed() !== stale);
  await (await person.receive()).approve();
  await poll('the approval', async () => (await phones().observe(id))?.state === 'approved');
  expect((await phones().redeem(id)).ok).toBe(true);
}

describe('none of what goes wrong signs a user in, and the next try works', () => {
  test('threat: an approval that no page takes up — counts for nothing after a minute', async () => {
    const person = await requests.newPerson();
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
    const person = await requests.newPerson();
    requests.server.faults.once('authUser', fault.delay(1_500));
    const id = signInId();
    await phones().send(id, ASKING, person.addressee);
    clock.aheadMs += MINUTE;
    // The server asks the phone only now, which approves.
    await (await person.receive()).approve();
    await requests.untilAnswered();
    expect(await phones().redeem(id)).toEqual(NOT_APPROVED);
    expect(await phones().observe(id)).toMatchObject({ state: 'expired', reader: null });
    await tryAgain(person);
  });

  test('threat: a page that was closed — the approval that follows is not redeemed', async () => {
    const person = await requests.newPerson();
    const id = signInId();
    await phones().send(id, ASKING, person.addressee);
    const login = await person.receive();
    await other().cancel(id);
    await login.approve();
    await requests.untilAnswered();
    expect(await phones().redeem(id)).toEqual(NOT_APPROVED);
    expect(await phones().observe(id)).toMatchObject({ state: 'cancelled', reader: null });
    expect(requests.ended).toEqual([{ requestKey: id, purpose: 'sign-in' }]);
    await tryAgain(person);
  });

  test('threat: a process that dies while it waits — its request runs out, and blocks no one', async () => {
    const person = await requests.newPerson();
    const id = signInId();
    await phones().send(id, ASKING, person.addressee);
    const login = await person.receive();
    // Its connections break, as at the end of a process.
    await requests.replicas[0]?.close();
    requests.server.faults.set('authUser', fault.lostAnswer());
    await requests.server.faults.begin({ kind: 'refused' });
    await requests.server.faults.clear();
    await login.approve();
    expect(await other().redeem(id)).toEqual(NOT_APPROVED);
    clock.aheadMs += MINUTE;
    await requests.replicas[1]?.keepAlive();
    expect(await other().observe(id)).toMatchObject({ state: 'expired' });
    expect(requests.ended.filter(({ requestKey }) => requestKey === id)).toHaveLength(1);
    requests.replicas[0] = requests.openReplica(BY_PUSH);
    await tryAgain(person);
  });

  test.each([
    ['a proxy that cuts the call', fault.proxyTimeout(10)],
    ['a server that breaks off', fault.reset()],
    ['an answer that is lost', fault.status(502)],
    ['a page of a proxy', fault.html()],
    ['an unknown status', fault.unknownStatus()],
  ])('threat: %s — nothing is confirmed, no second server is asked', async (_what, wrong) => {
    const person = await requests.newPerson();
    requests.server.faults.once('authUser', wrong);
    const id = confirmationId();
    await phones().send(id, STEP_UP, person.addressee);
    await poll('the end', async () => (await phones().observe(id))?.state === 'refused');
    expect(await phones().observe(id)).toMatchObject({ reason: 'not-confirmed' });
    expect(await phones().redeem(id)).toEqual(NOT_APPROVED);
    expect(requests.server.calls.count('authUser')).toBe(1);
    await tryAgain(person);
  });

  test('threat: a wrong signature — signs no one in', async () => {
    const person = await requests.newPerson();
    const id = signInId();
    await phones().send(id, ASKING, person.addressee);
    await (await person.receive()).approveWrongly();
    await requests.untilAnswered();
    expect(await phones().redeem(id)).toEqual(NOT_APPROVED);
    await tryAgain(person);
  });

  test('threat: a seeming success of a server that only pushed — proves nothing (OneSpan §4.3)', async () => {
    const { addressee } = await requests.newPerson();
    requests.server.state.options.pushReply = 'seeming-success';
    const id = confirmationId();
    await phones().send(id, STEP_UP, addressee);
    await poll('the end', async () => (await phones().observe(id))?.state === 'refused');
    expect(await phones().redeem(id)).toEqual(NOT_APPROVED);
  });

  test('threat: a user whose static password is the keyword — no device is named, nothing is proved', async () => {
    requests.server.state.options.pushRequest = { method: 'None', keyword: 'push' };
    const addressee = { userId: 'push.password', domain: 'example.org' };
    requests.server.state.accounts.add({ ...addressee, staticPassword: 'push' });
    const id = confirmationId();
    await phones().send(id, STEP_UP, addressee);
    await poll('the end', async () => (await phones().observe(id))?.state === 'refused');
    expect(requests.server.state.accounts.find('push.password')?.lastAuthenticatedAt).not.toBeNull();
    expect(await phones().redeem(id)).toEqual(NOT_APPROVED);
    requests.server.state.options.pushRequest = { method: 'KeywordOnly', keyword: 'push' };
  });
});

describe('who is asked, and how often', () => {
  test('threat: user names tried — unknown, without a phone or refusing, a sign-in looks alike', async () => {
    const refusing = await requests.newPerson();
    const people = [
      { userId: 'nobody.at.all', domain: 'example.org' },
      (await requests.newPerson(false)).addressee,
      refusing.addressee,
    ];
    const seen: unknown[] = [];
    for (const addressee of people) {
      const id = signInId();
      const { expiresAt, ...sent } = await phones().send(id, ASKING, addressee);
      if (addressee === refusing.addressee) await (await refusing.receive()).refuse();
      await requests.untilAnswered(seen.length + 1);
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
    const person = await requests.newPerson();
    const [first, second] = [signInId(), signInId()];
    await phones().send(first, ASKING, person.addressee);
    const stale = await person.receive();
    await other().send(second, ASKING, person.addressee);
    await stale.approve();
    await (await person.receive()).approve();
    await poll('the approval', async () => (await phones().observe(second))?.state === 'approved');
    expect(await phones().observe(first)).toMatchObject({ state: 'cancelled' });
    expect(await phones().redeem(first)).toEqual(NOT_APPROVED);
    expect(requests.ended).toEqual([{ requestKey: first, purpose: 'sign-in' }]);
  });

  test('threat: a stranger’s sign-in — neither ends a confirmation nor reaches the phone meanwhile', async () => {
    const person = await requests.newPerson();
    const [own, strange] = [confirmationId(), signInId()];
    await phones().send(own, STEP_UP, person.addressee);
    const login = await person.receive();
    await other().send(strange, ASKING, person.addressee);
    expect(await phones().observe(strange)).toMatchObject({ state: 'waiting' });
    expect(requests.server.calls.count('authUser')).toBe(1);
    await login.approve();
    await poll('the approval', async () => (await phones().observe(own))?.state === 'approved');
    expect(await phones().redeem(strange)).toEqual(NOT_APPROVED);
  });

  test('requests at once for one person leave one that waits', async () => {
    const { addressee } = await requests.newPerson();
    const ids = Array.from({ length: 5 }, signInId);
    await Promise.all(ids.map((id) => phones().send(id, ASKING, addressee)));
    const states = await Promise.all(ids.map(async (id) => (await phones().observe(id))?.state));
    const count = (wanted: string) => states.filter((state) => state === wanted).length;
    expect([count('cancelled'), count('waiting')]).toEqual([4, 1]);
  });

  test('threat: calls that wait, of all processes — one over the limit fails before any phone is asked', async () => {
    const [jane, max] = [await requests.newPerson(), await requests.newPerson()];
    const small = { ...BY_PUSH, maximumCalls: 2 };
    requests.replicas.push(requests.openReplica(small), requests.openReplica(small));
    const [first, second] = requests.replicas.slice(2);
    await phones(first).send(signInId(), ASKING, jane.addressee);
    await phones(second).send(confirmationId(), STEP_UP, max.addressee);
    const id = signInId();
    const mary = await requests.newPerson();
    // Also for somebody whom the server does not know.
    for (const addressee of [mary.addressee, { userId: 'nobody.at.all', domain: 'example.org' }])
      await expect(phones(first).send(id, ASKING, addressee)).rejects.toMatchObject({ code: 'circuit-open' });
    expect(await phones(first).observe(id)).toBeNull();
    expect(requests.server.state.challenges.pushedTo(mary.device.instanceId)).toBeNull();
    await (await jane.receive()).approve();
    await poll('room', async () => (await requests.callsThatWait()) === 1);
    await phones(second).send(id, ASKING, mary.addressee);
    await (await mary.receive()).approve();
  });

  test('threat: sign-ins of strangers fill the calls that wait — they get half, step-ups and caller checks the rest', async () => {
    const small = requests.openReplica({ ...BY_PUSH, maximumCalls: 4 });
    requests.replicas.push(small);
    const people = await Promise.all([1, 2, 3, 4, 5].map(() => requests.newPerson()));
    const [first, second, third, fourth, fifth] = people.map(({ addressee }) => addressee);
    if (!first || !second || !third || !fourth || !fifth) throw new TypeError('five people');
    await phones(small).send(signInId(), ASKING, first);
    await phones(small).send(signInId(), ASKING, second);
    await expect(phones(small).send(signInId(), ASKING, third)).rejects.toMatchObject({ code: 'circuit-open' });
    await phones(small).send(confirmationId(), STEP_UP, fourth);
    await phones(small).challengeCaller(callerId(), { agent: 'Agnes', words: 'amber lamp' }, fifth);
    expect(await requests.callsThatWait()).toBe(4);
  });

  test('threat: a stranger who tries names — takes no call of those that the server refuses at once', async () => {
    const small = requests.openReplica({ ...BY_PUSH, maximumCalls: 1 });
    requests.replicas.push(small);
    for (const userId of ['nobody.1', 'nobody.2', 'nobody.3']) {
      await phones(small).send(signInId(), ASKING, { userId, domain: 'example.org' });
      await poll('the end of the call', async () => (await requests.callsThatWait()) === 0);
    }
    expect(requests.faults).toEqual([]);
  });

  test('a call ends in its process when a newer request of its person, or the page, ends it in another', async () => {
    const person = await requests.newPerson();
    await phones().send(signInId(), ASKING, person.addressee);
    await person.receive();
    const newer = confirmationId();
    await other().send(newer, STEP_UP, person.addressee);
    await poll('the end of the first call', async () => (await requests.callsThatWait()) === 1);
    await phones().cancel(newer);
    await poll('the end of both', async () => (await requests.callsThatWait()) === 0);
    // The site let go of them, which is nobody's failure.
    expect([requests.failures, requests.faults]).toEqual([[], []]);
  });
});

describe('what the policy’s request method takes (OneSpan §4.5)', () => {
  test.each(['Password', 'KeywordPassword', 'PasswordKeyword'] as const)(
    'with %s the person’s password goes along, a wrong one reaches no phone, and a caller’s is not asked',
    async (method) => {
      requests.server.state.options.pushRequest = { method, keyword: 'push' };
      const asking = { ...BY_PUSH, push: { method, keyword: 'push' }, wantsPassword: true };
      const replica = requests.openReplica(asking);
      requests.replicas.push(replica);
      const person = await requests.newPerson();
      const wrong = confirmationId();
      await phones(replica).send(wrong, STEP_UP, { ...person.addressee, password: 'Wrong-1' });
      await poll('the end', async () => (await phones(replica).observe(wrong))?.state === 'refused');
      expect(requests.server.state.challenges.pushedTo(person.device.instanceId)).toBeNull();

      const id = confirmationId();
      await phones(replica).send(id, STEP_UP, { ...person.addressee, password: 'Secret-1' });
      await (await person.receive()).approve();
      await poll('the approval', async () => (await phones(replica).observe(id))?.state === 'approved');
      expect(JSON.stringify(await requests.database.client.vendorChallenge.findMany())).not.toContain('Secret-1');
      expect(phones(replica).capabilities).toMatchObject({ wantsPassword: true, callerCheck: 'needs-password' });
      const agent = { agent: 'Ann Agent', words: 'amber falcon' };
      await expect(phones(replica).challengeCaller(callerId(), agent, person.addressee)).rejects.toThrow(TypeError);
    },
  );
});
