import { beforeEach, expect, it } from 'vitest';
import type { User } from '@/lib/accounts/users/user';
import { computeOneTimePassword, timeStepAt } from '@/lib/crypto/one-time-password';
import { testLogin } from '@/lib/devices/test-login';
import { prepareReissue } from '@/lib/helpdesk/reissue/prepare-reissue';
import { readUser } from '@/lib/helpdesk/read-user';
import { requestInvitation, type TypedReissue } from '@/lib/helpdesk/invitations/request-invitation';
import { ORIGIN } from '../../support/doubles/fake-activation-ports';
import type { FakeHelpdesk } from '../../support/doubles/fake-helpdesk-ports';
import type { FakePhone } from '../../support/doubles/fake-phone';
import { signedInAs } from '../../support/doubles/principal';
import { typedReissue } from './typed-reissue';

const CALL_BACK = { method: 'call-back', detail: '+49 30 123421' } as const;
const DOCUMENT = { method: 'identity-document', detail: '4711XY' } as const;
const MANAGER = { method: 'manager', detail: 'John Doe' } as const;

type Checks = TypedReissue['checks'];

function checks(vouched: Checks['vouched'], oneTimePassword: Checks['oneTimePassword'] = null): Checks {
  return { vouched, oneTimePassword, loginRequest: null };
}

/** Whether the caller is who they say. @param current gives the world */
export function callerCheckSuite(current: () => FakeHelpdesk): void {
  let world: FakeHelpdesk;
  let jane: User;

  beforeEach(async () => {
    world = current();
    jane = await world.newcomer();
  });

  const request = (changes: Partial<TypedReissue>, user = jane) =>
    requestInvitation(world.ports, signedInAs(world.agent), user, typedReissue(changes), ORIGIN);
  const digitsOf = ({ instanceKey }: FakePhone) =>
    computeOneTimePassword(instanceKey, timeStepAt(world.ports.clock.now()));

  async function asked(reason: 'new-phone' | 'lost', vouched: Checks['vouched'], user = jane): Promise<string> {
    const requested = await request({ reason, checks: checks(vouched) }, user);
    return requested.ok ? requested.value.state : requested.refusal;
  }

  it('asks for more where a phone is lost, and most for a protected group', async () => {
    const boss = await world.newcomer('board');
    expect(await asked('new-phone', [DOCUMENT])).toBe('caller-check-insufficient');
    expect(await asked('new-phone', [CALL_BACK])).toBe('live');
    expect(await asked('lost', [CALL_BACK])).toBe('caller-check-insufficient');
    expect(await asked('lost', [CALL_BACK, DOCUMENT])).toBe('live');
    expect(await asked('lost', [CALL_BACK, MANAGER], boss)).toBe('caller-check-insufficient');
    expect(await asked('lost', [CALL_BACK, MANAGER, DOCUMENT], boss)).toBe('awaiting-approval');
  });

  it('counts the same check once, and one without what was seen not at all', async () => {
    const twice = checks([DOCUMENT, DOCUMENT, DOCUMENT]);
    expect(await request({ checks: twice })).toEqual({ ok: false, refusal: 'caller-check-insufficient' });
    const empty = checks([{ ...CALL_BACK, detail: ' ' }, MANAGER]);
    expect(await request({ checks: empty })).toEqual({ ok: false, refusal: 'evidence-missing' });
  });

  it.each([
    { ...CALL_BACK, detail: '12345' },
    { ...DOCUMENT, detail: '4X1' },
    { ...MANAGER, detail: 'Jo' },
  ])('refuses what is too short to prove anything, though the rest would do: %j', async (short) => {
    const others = [CALL_BACK, DOCUMENT, MANAGER].filter(({ method }) => method !== short.method);
    expect(await request({ checks: checks([...others, short]) })).toEqual({ ok: false, refusal: 'evidence-malformed' });
  });

  it('takes a one-time password of another device, verified, once', async () => {
    const { instanceId, phone } = await world.activate(jane);
    const digits = await digitsOf(phone);
    const byDevice = { checks: checks([], { instanceId, digits }) };
    const requested = await request({ ...byDevice, oldDevice: { instanceId, fate: 'keep' } });
    expect(requested).toMatchObject({
      ok: true,
      value: { evidence: [{ method: 'one-time-password', detail: instanceId }] },
    });
    expect(await request(byDevice)).toEqual({ ok: false, refusal: 'one-time-password-wrong' });
    const types = (await world.ports.audit.listFor(jane, 50)).map(({ event }) => event.type);
    expect(types.filter((type) => type === 'caller-device-tested')).toHaveLength(2);
  });

  it('does not use the password up while something else is missing', async () => {
    const { instanceId, phone } = await world.activate(jane);
    const boss = await world.newcomer('board');
    const other = await world.activate(boss);
    const digits = await digitsOf(other.phone);
    const byDevice = checks([DOCUMENT], { instanceId: other.instanceId, digits });
    expect(await request({ reason: 'lost', checks: byDevice }, boss)).toEqual({
      ok: false,
      refusal: 'caller-check-insufficient',
    });
    const enough = checks([MANAGER], { instanceId: other.instanceId, digits });
    expect((await request({ reason: 'lost', checks: enough }, boss)).ok).toBe(true);
    expect(await request({ ticket: '', checks: checks([], { instanceId, digits: await digitsOf(phone) }) })).toEqual({
      ok: false,
      refusal: 'ticket-missing',
    });
    expect((await request({ checks: checks([], { instanceId, digits: await digitsOf(phone) }) })).ok).toBe(true);
  });

  it('does not take the word of a device that is lost, locked, or somebody else’s', async () => {
    const { instanceId, phone } = await world.activate(jane);
    const john = await world.newcomer();
    const others = await world.activate(john);
    const refused = { ok: false, refusal: 'device-may-not-vouch' };
    const byDevice = checks([], { instanceId, digits: await digitsOf(phone) });
    const oldDevice = { instanceId, fate: 'lock' } as const;
    expect(await request({ reason: 'lost', oldDevice, checks: byDevice })).toEqual(refused);
    const theirs = checks([], { instanceId: others.instanceId, digits: await digitsOf(others.phone) });
    expect(await request({ checks: theirs })).toEqual(refused);
    await world.fake.directory.lock(instanceId);
    expect(await request({ checks: byDevice })).toEqual(refused);
  });

  it('takes none where the gateway has no way to verify it', async () => {
    const { instanceId, phone } = await world.activate(jane);
    const { capabilities } = world.directory;
    world.directory.capabilities = { ...capabilities, testOneTimePassword: 'not-offered', limits: 'not-permitted' };
    const byDevice = { checks: checks([], { instanceId, digits: await digitsOf(phone) }) };
    expect(await request(byDevice)).toEqual({ ok: false, refusal: 'check-not-offered' });
    const prepared = await prepareReissue(world.ports, signedInAs(world.agent), jane);
    expect(prepared).toMatchObject({ ok: true, value: { deviceMethods: { 'one-time-password': 'not-offered' } } });
    expect((await readUser(world.ports, jane))?.devices).toMatchObject({ limits: 'not-permitted' });
    world.directory.capabilities = capabilities;
    expect((await readUser(world.ports, jane))?.devices).toMatchObject({ limits: { used: 1, limit: 3 } });
    expect((await request(byDevice)).ok).toBe(true);
  });

  it('threat: an agent is driven to weaker checks: wrong ones that a stolen session tests keep no caller from theirs', async () => {
    const { instanceId, phone } = await world.activate(jane);
    const right = await digitsOf(phone);
    const wrong = right === '000000' ? '000001' : '000000';
    const login = (digits: string) => testLogin(world.ports, jane, instanceId, digits, ORIGIN, () => {});
    for (let guess = 0; guess < 12; guess++) await login(wrong);
    expect(await login(right)).toMatchObject({ ok: false });
    expect((await request({ checks: checks([], { instanceId, digits: right }) })).ok).toBe(true);
  });

  it('guesses of a one-time password are limited', async () => {
    const { instanceId, phone } = await world.activate(jane);
    const right = await digitsOf(phone);
    const wrong = right === '000000' ? '000001' : '000000';
    for (let guess = 0; guess < 10; guess++)
      expect(await request({ checks: checks([], { instanceId, digits: wrong }) })).toMatchObject({ ok: false });
    expect(await request({ checks: checks([], { instanceId, digits: right }) })).toEqual({
      ok: false,
      refusal: 'too-many-attempts',
    });
  });
}
