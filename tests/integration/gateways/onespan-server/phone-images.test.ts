import { describe, expect, test } from 'vitest';
import type { AskedPerson, AskingBrowser } from '@/lib/accounts/phone-sign-in/phone-challenge-gateway';
import { fault } from '@/lib/kit/faults/fault';
import { poll } from '@/lib/kit/poll';
import type { PhoneConfirmationId } from '@/lib/shared/identifiers/phone-confirmation-id';
import type { PhoneSignInId } from '@/lib/shared/identifiers/phone-sign-in-id';
import { MINUTE } from '@/lib/shared/time/duration';
import { BY_SCAN } from '../../../support/onespan/open-onespan-adapter';
import { valueOf } from '../../../support/phones/activate-device';
import { ASKING, callerId, confirmationId, NOT_APPROVED, signInId, STEP_UP, usePhoneRequests } from './phone-requests';

const requests = usePhoneRequests(BY_SCAN);
const { clock } = requests;
const phones = () => requests.phones();

type Id = PhoneSignInId | PhoneConfirmationId;

async function show(id: Id, asking: AskingBrowser, person: AskedPerson, at = phones()) {
  if (!at.openFor) throw new Error('no image is made');
  return at.openFor(id, asking, person);
}

const approved = (id: Id) => poll('the approval', async () => (await phones().observe(id))?.state === 'approved');

/** Whoever was asked in vain signs in by another image. */
async function tryAgain({ addressee, phone }: Awaited<ReturnType<typeof requests.newPerson>>): Promise<void> {
  const id = signInId();
  const { code } = await show(id, ASKING, addressee);
  expect(await valueOf(await phone.read(code)).approve()).toBe(true);
  await approved(id);
  expect((await phones().redeem(id)).ok).toBe(true);
}

describe('scan and login (OneSpan §4.5)', () => {
  test.each(['code', 'typedKey'] as const)(
    'a phone that takes the image’s %s shows the site and the browser, and its approval is seen by another process',
    async (way) => {
      const { addressee, phone, device } = await requests.newPerson(false);
      const id = signInId();
      const shown = await show(id, ASKING, addressee);
      // The call waits by now: the phone may answer at once.
      expect(await requests.callsThatWait()).toBe(1);
      const login = valueOf(await phone.read(shown[way] ?? ''));
      expect([shown.number, login.text]).toEqual(['', 'id.example.org · Firefox on Windows · 203.0.113.9']);
      expect(await login.approve()).toBe(true);
      await poll('the approval', async () => (await requests.other().observe(id))?.state === 'approved');
      const owner = { ...addressee, instanceId: device.instanceId };
      const redeemed = await Promise.all([requests.other().redeem(id), phones().redeem(id)]);
      expect(redeemed).toContainEqual({ ok: true, value: owner });
      expect(redeemed).toContainEqual(NOT_APPROVED);
    },
  );

  test('a Cronto image holds the key’s ASCII in hexadecimal, and a QR code the key', async () => {
    const { addressee, phone } = await requests.newPerson();
    const plain = await show(signInId(), ASKING, addressee);
    expect(plain.code).toBe(plain.typedKey);
    const scan = { image: 'cronto', authenticationType: 'SCAN', passwordFormat: 0 } as const;
    const replica = requests.openReplica({ ...BY_SCAN, scan });
    requests.replicas.push(replica);
    const id = signInId();
    const cronto = await show(id, ASKING, addressee, requests.phones(replica));
    expect(cronto.code).toBe(Buffer.from(cronto.typedKey ?? '').toString('hex'));
    await valueOf(await phone.read(cronto.code)).approve();
    await approved(id);
  });

  test('a caller check has an image where nothing is pushed, and the phone shows the agent', async () => {
    const { addressee, phone } = await requests.newPerson(false);
    const id = callerId();
    const asked = await phones().challengeCaller(id, { agent: 'Ann Agent', words: 'amber falcon' }, addressee);
    const login = valueOf(await phone.read(asked.image?.typedKey ?? ''));
    expect(login.text).toBe('id.example.org · Ann Agent · amber falcon');
    await login.approve();
    await poll('the approval', async () => (await phones().observe(id))?.state === 'approved');
  });

  test('where the policy wants the static password, a wrong one reaches no phone', async () => {
    const replica = requests.openReplica({ ...BY_SCAN, wantsPassword: true });
    requests.replicas.push(replica);
    const person = await requests.newPerson();
    const [wrong, right] = [confirmationId(), confirmationId()];
    const at = requests.phones(replica);
    await show(wrong, STEP_UP, { ...person.addressee, password: 'Wrong-1' }, at);
    await poll('the end', async () => (await at.observe(wrong))?.state === 'refused');
    const { code } = await show(right, STEP_UP, { ...person.addressee, password: 'Secret-1' }, at);
    expect(await valueOf(await person.phone.read(code)).approve()).toBe(true);
    await approved(right);
  });

  test('a server that knows the authentication type by another name confirms nothing', async () => {
    const scan = { image: 'qr', authenticationType: 'SCANNING', passwordFormat: 0 } as const;
    const replica = requests.openReplica({ ...BY_SCAN, scan });
    requests.replicas.push(replica);
    const { addressee } = await requests.newPerson();
    const id = confirmationId();
    await show(id, STEP_UP, addressee, requests.phones(replica));
    await poll('the end', async () => (await phones().observe(id))?.state === 'refused');
    expect(await phones().observe(id)).toMatchObject({ reason: 'not-confirmed' });
  });
});

describe('none of what goes wrong with an image signs a user in, and the next try works', () => {
  test('threat: a page that was closed — the approval that follows is not redeemed', async () => {
    const person = await requests.newPerson();
    const id = signInId();
    const { code } = await show(id, ASKING, person.addressee);
    const login = valueOf(await person.phone.read(code));
    await requests.other().cancel(id);
    await login.approve();
    await requests.untilAnswered();
    expect(await phones().redeem(id)).toEqual(NOT_APPROVED);
    expect(await phones().observe(id)).toMatchObject({ state: 'cancelled', reader: null });
    await tryAgain(person);
  });

  test('threat: a phone that answers late — counts for nothing', async () => {
    const person = await requests.newPerson();
    server().faults.once('authUser', fault.delay(1_500));
    const id = signInId();
    const { code } = await show(id, ASKING, person.addressee);
    const login = valueOf(await person.phone.read(code));
    clock.aheadMs += MINUTE;
    await login.approve();
    expect(await phones().redeem(id)).toEqual(NOT_APPROVED);
    expect(await phones().observe(id)).toMatchObject({ state: 'expired', reader: null });
    await tryAgain(person);
  });

  test('threat: a process that dies while it waits — its request and its call run out', async () => {
    const person = await requests.newPerson();
    const id = signInId();
    const { code } = await show(id, ASKING, person.addressee);
    const login = valueOf(await person.phone.read(code));
    await requests.replicas[0]?.close();
    server().faults.set('authUser', fault.lostAnswer());
    await server().faults.begin({ kind: 'refused' });
    await server().faults.clear();
    await login.approve();
    expect(await requests.other().redeem(id)).toEqual(NOT_APPROVED);
    clock.aheadMs += MINUTE;
    await requests.replicas[1]?.keepAlive();
    expect(await requests.other().observe(id)).toMatchObject({ state: 'expired' });
    requests.replicas[0] = requests.openReplica(BY_SCAN);
    await tryAgain(person);
  });

  test.each([
    ['a proxy that cuts the call', fault.proxyTimeout(10)],
    ['an answer that is lost', fault.status(502)],
    ['an unknown status', fault.unknownStatus()],
  ])('threat: %s — nothing is confirmed, no second server is asked', async (_what, wrong) => {
    const person = await requests.newPerson();
    server().faults.once('authUser', wrong);
    const id = confirmationId();
    await show(id, STEP_UP, person.addressee);
    await poll('the end', async () => (await phones().observe(id))?.state === 'refused');
    expect(await phones().observe(id)).toMatchObject({ reason: 'not-confirmed' });
    expect(server().calls.count('authUser')).toBe(1);
    await tryAgain(person);
  });

  test('a server that makes no challenge is an error, and leaves no request', async () => {
    const { addressee } = await requests.newPerson();
    await server().faults.begin({ kind: 'refused' });
    const id = signInId();
    await expect(show(id, ASKING, addressee)).rejects.toMatchObject({ name: 'GatewayError' });
    await server().faults.clear();
    expect(await phones().observe(id)).toBeNull();
  });
});

describe('who is asked', () => {
  test('threat: user names tried — unknown, without a phone or refusing, an image looks alike and runs out', async () => {
    const refusing = await requests.newPerson();
    const withoutPhone = { userId: 'without.phone', domain: 'example.org' };
    server().state.accounts.add({ ...withoutPhone, staticPassword: 'Secret-1' });
    const seen: unknown[] = [];
    for (const addressee of [{ userId: 'nobody.at.all', domain: 'example.org' }, withoutPhone, refusing.addressee]) {
      const id = signInId();
      const { expiresAt, code, typedKey, ...sent } = await show(id, ASKING, addressee);
      if (addressee === refusing.addressee) {
        await valueOf(await refusing.phone.read(code)).refuse();
        await requests.untilAnswered();
      }
      const before = await phones().observe(id);
      clock.aheadMs += MINUTE;
      const after = await phones().observe(id);
      const { state, version, reason, reader } = after ?? {};
      expect(expiresAt).toEqual(before?.expiresAt);
      const looks = { code: /^\d{10}$/.test(code), isTyped: typedKey === code };
      seen.push({ sent, looks, before: before?.state, after: { state, version, reason, reader } });
    }
    const alike = {
      sent: { number: '' },
      looks: { code: true, isTyped: true },
      before: 'waiting',
      after: { state: 'expired', version: 1, reason: null, reader: null },
    };
    expect(seen).toEqual([alike, alike, alike]);
  });

  test('threat: a stranger’s image — neither ends a confirmation nor can be answered meanwhile', async () => {
    const { addressee, phone } = await requests.newPerson();
    const [own, strange] = [confirmationId(), signInId()];
    const { code } = await show(own, STEP_UP, addressee);
    const theirs = await show(strange, ASKING, addressee, requests.other());
    expect(await valueOf(await phone.read(theirs.code)).approve()).toBe(false);
    await valueOf(await phone.read(code)).approve();
    await approved(own);
    expect(await phones().redeem(strange)).toEqual(NOT_APPROVED);
  });

  test('threat: another person’s phone — cannot read the image', async () => {
    const [jane, max] = [await requests.newPerson(), await requests.newPerson()];
    const { code } = await show(signInId(), ASKING, jane.addressee);
    expect((await max.phone.read(code)).ok).toBe(false);
  });
});

function server() {
  return requests.server;
}
