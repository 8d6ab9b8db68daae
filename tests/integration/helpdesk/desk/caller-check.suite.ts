import { beforeEach, expect, it } from 'vitest';
import type { User } from '@/lib/accounts/users/user';
import { computeOneTimePassword, timeStepAt } from '@/lib/wire/crypto/one-time-password';
import { testLogin } from '@/lib/devices/test-login';
import { prepareReissue } from '@/lib/helpdesk/desk/reissue/prepare-reissue';
import { readUser } from '@/lib/helpdesk/desk/read-user';
import { requestAsSystem } from '@/lib/helpdesk/desk/reissue/request-as-system';
import { requestAsAgent, type TypedReissue } from '@/lib/helpdesk/desk/reissue/request-as-agent';
import { ORIGIN } from '../../../support/doubles/fake-activation-ports';
import type { ServiceAccountRequester } from '@/lib/accounts/users/principal';
import type { PhoneNumber } from '@/lib/shared/phone-number';
import { DAY } from '@/lib/shared/time/duration';
import { KNOWN_NUMBER, type FakeHelpdesk } from '../../../support/doubles/fake-helpdesk-ports';
import type { FakePhone } from '../../../support/doubles/fake-phone';
import { signedInAs } from '../../../support/doubles/principal';
import { checkedTwice, typedReissue } from './typed-reissue';

const DOCUMENT = { method: 'identity-document', detail: '4711XY' } as const;
const NUMBER = '+493023125009' as PhoneNumber;

type Checks = TypedReissue['checks'];

const NOTHING: Checks = {
  notes: [],
  numberCalled: null,
  managerRequest: null,
  oneTimePassword: null,
  loginRequest: null,
};

const otp = (oneTimePassword: Checks['oneTimePassword'], numberCalled: string | null = null): Checks => ({
  ...NOTHING,
  numberCalled,
  oneTimePassword,
});

/** Whether the caller is who they say. @param current gives the world */
export function callerCheckSuite(current: () => FakeHelpdesk): void {
  let world: FakeHelpdesk;
  let jane: User;

  beforeEach(async () => {
    world = current();
    jane = await world.newcomer();
  });

  const request = (changes: Partial<TypedReissue>, user = jane) =>
    requestAsAgent(world.ports, signedInAs(world.agent), user, typedReissue(changes), ORIGIN);
  const digitsOf = ({ instanceKey }: FakePhone) =>
    computeOneTimePassword(instanceKey, timeStepAt(world.ports.clock.now()));

  async function asked(reason: 'new-phone' | 'lost', checks: Partial<Checks>, user = jane): Promise<string> {
    const requested = await request({ reason, checks: { ...NOTHING, ...checks } }, user);
    return requested.ok ? requested.value.state : requested.refusal;
  }

  /** Puts a number on record, this many milliseconds ago. */
  function recordNumber(agoMs: number): void {
    const recordedAt = new Date(world.ports.clock.now().getTime() - agoMs);
    const phoneNumbers = [{ number: NUMBER, recordedBy: 'administrator', recordedAt }];
    world.users.setContacts(jane, { phoneNumbers, manager: null });
  }

  it('a lost phone takes more points, a protected group most, and with fewer a second person decides', async () => {
    const boss = await world.newcomer('board');
    const numberCalled = KNOWN_NUMBER;
    expect(await asked('new-phone', { numberCalled })).toBe('live');
    expect(await asked('lost', { numberCalled })).toBe('awaiting-approval');
    const { managerRequest } = await checkedTwice(world, jane);
    expect(await asked('lost', { numberCalled, managerRequest })).toBe('live');
    expect(await asked('new-phone', { numberCalled }, boss)).toBe('awaiting-approval');
  });

  it('notes are kept for the approver, and count nothing', async () => {
    const notes = [
      DOCUMENT,
      { method: 'call-back', detail: '+49 30 123421' },
      { method: 'manager', detail: 'John Doe' },
    ] as const;
    expect(await request({ checks: { ...NOTHING, notes } })).toMatchObject({
      ok: true,
      value: {
        state: 'awaiting-approval',
        evidence: [
          { method: 'identity-document', detail: '4711XY', isNote: true },
          { method: 'call-back', detail: '…21', isNote: true },
          { method: 'manager', detail: 'John Doe', isNote: true },
        ],
      },
    });
    const [record] = await world.ports.audit.listFor(jane, 1);
    expect(record?.event).toMatchObject({ type: 'invitation-requested', weight: 0, required: 2, needsApproval: true });
    const empty = { ...NOTHING, notes: [{ ...DOCUMENT, detail: ' ' }] };
    expect(await request({ checks: empty })).toEqual({ ok: false, refusal: 'evidence-missing' });
    const short = { ...NOTHING, notes: [{ ...DOCUMENT, detail: '4X1' }] };
    expect(await request({ checks: short })).toEqual({ ok: false, refusal: 'evidence-malformed' });
  });

  it('threat: an agent names a number that is not on record', async () => {
    for (const numberCalled of ['+491701234567', KNOWN_NUMBER.slice(0, -1), ` ${KNOWN_NUMBER}`, ''])
      expect(await asked('new-phone', { numberCalled })).toBe('number-not-on-record');
    const prepared = await prepareReissue(world.ports, signedInAs(world.agent), jane);
    expect(prepared).toMatchObject({ ok: true, value: { contacts: { numbers: [KNOWN_NUMBER], newNumbers: 0 } } });
  });

  it('threat: a number that was recorded yesterday counts for nothing until it is a week on record', async () => {
    recordNumber(7 * DAY - 1);
    const prepared = await prepareReissue(world.ports, signedInAs(world.agent), jane);
    expect(prepared).toMatchObject({ ok: true, value: { contacts: { numbers: [], newNumbers: 1 } } });
    expect(await asked('new-phone', { numberCalled: NUMBER })).toBe('number-not-on-record');
    world.fake.pass(1);
    expect(await asked('new-phone', { numberCalled: NUMBER })).toBe('live');
  });

  it('a call back is recorded by the end of the number', async () => {
    expect(await asked('new-phone', { numberCalled: KNOWN_NUMBER })).toBe('live');
    const records = JSON.stringify(await world.ports.audit.listFor(jane, 50));
    expect(records).toContain(`"detail":"…${KNOWN_NUMBER.slice(-2)}"`);
    expect(records).not.toContain(KNOWN_NUMBER);
  });

  it('threat: an agent who has compared nothing goes on without a second person', async () => {
    const justification = 'The chairman is waiting at the airport.';
    const boss = await world.newcomer('board');
    const nothing = { checks: NOTHING, justification };
    for (const user of [jane, boss])
      expect(await request(nothing, user)).toEqual({ ok: false, refusal: 'caller-check-insufficient' });
    const checks = await checkedTwice(world, boss);
    expect(await request({ checks, justification }, boss)).toMatchObject({ ok: true, value: { state: 'live' } });
  });

  it('threat: a service account makes checks up: no live invitation comes of them', async () => {
    const tickets: ServiceAccountRequester = {
      id: 'sva-1',
      name: 'Tickets',
      domain: jane.domain,
      scopes: new Set(['invitation:send']),
      keyShownTo: 'anna',
    };
    const notes = [
      { method: 'call-back', detail: '000000' },
      { method: 'manager', detail: 'aa bb' },
      { method: 'identity-document', detail: '0000' },
    ] as const;
    const typed = { ...typedReissue(), checks: { notes, oneTimePassword: null } };
    const requested = await requestAsSystem(world.ports, tickets, jane, typed, ORIGIN);
    expect(requested).toMatchObject({ ok: true, value: { state: 'awaiting-approval' } });
    const kinds = (await world.mailbox.about(jane.userId)).map(({ content }) => content.kind);
    expect(new Set(kinds)).toEqual(new Set(['approval-requested']));
  });

  it('a one-time password of another device counts once', async () => {
    const { instanceId, phone } = await world.activate(jane);
    const digits = await digitsOf(phone);
    const byDevice = { checks: otp({ instanceId, digits }) };
    const requested = await request({ ...byDevice, oldDevice: { instanceId, fate: 'keep' } });
    expect(requested).toMatchObject({
      ok: true,
      value: { evidence: [{ method: 'one-time-password', detail: instanceId }] },
    });
    expect(await request(byDevice)).toEqual({ ok: false, refusal: 'one-time-password-wrong' });
    const types = (await world.ports.audit.listFor(jane, 50)).map(({ event }) => event.type);
    expect(types.filter((type) => type === 'caller-device-tested')).toHaveLength(2);
  });

  it('a one-time password is not used up while something else is missing', async () => {
    const { instanceId, phone } = await world.activate(jane);
    const boss = await world.newcomer('board');
    const other = await world.activate(boss);
    const digits = await digitsOf(other.phone);
    const alone = { reason: 'lost', justification: 'Nobody else is there at this time.' } as const;
    const byDevice = otp({ instanceId: other.instanceId, digits });
    expect(await request({ ...alone, checks: byDevice }, boss)).toEqual({
      ok: false,
      refusal: 'caller-check-insufficient',
    });
    const enough = otp({ instanceId: other.instanceId, digits }, KNOWN_NUMBER);
    expect((await request({ ...alone, checks: enough }, boss)).ok).toBe(true);
    expect(await request({ ticket: '', checks: otp({ instanceId, digits: await digitsOf(phone) }) })).toEqual({
      ok: false,
      refusal: 'ticket-missing',
    });
    expect((await request({ checks: otp({ instanceId, digits: await digitsOf(phone) }) })).ok).toBe(true);
  });

  it('a device that is lost, locked or another’s may not vouch', async () => {
    const { instanceId, phone } = await world.activate(jane);
    const john = await world.newcomer();
    const others = await world.activate(john);
    const refused = { ok: false, refusal: 'device-may-not-vouch' };
    const byDevice = otp({ instanceId, digits: await digitsOf(phone) });
    const oldDevice = { instanceId, fate: 'lock' } as const;
    expect(await request({ reason: 'lost', oldDevice, checks: byDevice })).toEqual(refused);
    const theirs = otp({ instanceId: others.instanceId, digits: await digitsOf(others.phone) });
    expect(await request({ checks: theirs })).toEqual(refused);
    await world.fake.directory.lock(instanceId);
    expect(await request({ checks: byDevice })).toEqual(refused);
  });

  it('a one-time password is not accepted where the gateway cannot verify it', async () => {
    const { instanceId, phone } = await world.activate(jane);
    const { capabilities } = world.directory;
    world.directory.capabilities = { ...capabilities, testOneTimePassword: 'not-offered', limits: 'not-permitted' };
    const byDevice = { checks: otp({ instanceId, digits: await digitsOf(phone) }) };
    expect(await request(byDevice)).toEqual({ ok: false, refusal: 'check-not-offered' });
    const prepared = await prepareReissue(world.ports, signedInAs(world.agent), jane);
    expect(prepared).toMatchObject({ ok: true, value: { deviceMethods: { 'one-time-password': 'not-offered' } } });
    expect((await readUser(world.ports, jane))?.devices).toMatchObject({ limits: 'not-permitted' });
    world.directory.capabilities = capabilities;
    expect((await readUser(world.ports, jane))?.devices).toMatchObject({ limits: { used: 1, limit: 3 } });
    expect((await request(byDevice)).ok).toBe(true);
  });

  it('threat: an agent is driven to weaker checks: a stolen session’s wrong tests do not use up the caller’s tries', async () => {
    const { instanceId, phone } = await world.activate(jane);
    const right = await digitsOf(phone);
    const wrong = right === '000000' ? '000001' : '000000';
    const login = (digits: string) => testLogin(world.ports, jane, instanceId, digits, ORIGIN, () => {});
    for (let guess = 0; guess < 12; guess++) await login(wrong);
    expect(await login(right)).toMatchObject({ ok: false });
    expect((await request({ checks: otp({ instanceId, digits: right }) })).ok).toBe(true);
  });

  it('guesses of a one-time password are limited', async () => {
    const { instanceId, phone } = await world.activate(jane);
    const right = await digitsOf(phone);
    const wrong = right === '000000' ? '000001' : '000000';
    for (let guess = 0; guess < 10; guess++)
      expect(await request({ checks: otp({ instanceId, digits: wrong }) })).toMatchObject({ ok: false });
    expect(await request({ checks: otp({ instanceId, digits: right }) })).toEqual({
      ok: false,
      refusal: 'too-many-attempts',
    });
  });
}
