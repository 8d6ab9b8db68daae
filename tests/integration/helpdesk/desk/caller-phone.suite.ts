import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sendPhoneSignIn } from '@/lib/accounts/phone-sign-in/send-phone-sign-in';
import { finishPhoneSignIn } from '@/lib/accounts/phone-sign-in/finish-phone-sign-in';
import type { BrowserSecret } from '@/lib/shared/identifiers/phone-sign-in-id';
import type { User } from '@/lib/accounts/users/user';
import { fetchGatewayAddress, type GatewayAddress } from '@/lib/phone/gateway-address';
import { challengeCaller, type AskedCaller } from '@/lib/helpdesk/caller-check/challenge-caller';
import { FIRST_WORDS, SECOND_WORDS } from '@/lib/helpdesk/caller-check/check-words';
import type { CallerRequestKey } from '@/lib/shared/identifiers/caller-request-id';
import { followCallerRequest } from '@/lib/helpdesk/caller-check/follow-caller-request';
import { requestAsAgent, type TypedReissue } from '@/lib/helpdesk/desk/reissue/request-as-agent';
import { computeOneTimePassword, timeStepAt } from '@/lib/wire/crypto/one-time-password';
import { MINUTE } from '@/lib/shared/time/duration';
import { valueOf } from '../../../support/phones/activate-device';
import { CallersPhone } from '../../../support/phones/callers-phone';
import { ORIGIN } from '../../../support/doubles/fake-activation-ports';
import type { FakeHelpdesk } from '../../../support/doubles/fake-helpdesk-ports';
import { FakeVouchingDevices } from '../../../support/doubles/fake-vouching-devices';
import { MemoryKnownNetworks } from '../../../support/doubles/stores/memory-known-networks';
import { GatewayServer } from '../../../support/servers/gateway-server';
import { signedInAs } from '../../../support/doubles/principal';
import { FRONT_END_KEY, GATEWAY_ID } from '../../../support/servers/test-gateway';
import { typedReissue } from './typed-reissue';

function confirmedBy(loginRequest: CallerRequestKey) {
  return { checks: { notes: [], numberCalled: null, managerRequest: null, oneTimePassword: null, loginRequest } };
}

/** The caller's phone says that it is they who call. @param current gives the world */
export function callerPhoneSuite(current: () => FakeHelpdesk): void {
  let world: FakeHelpdesk;
  let server: GatewayServer;
  let address: GatewayAddress;
  let jane: User;
  let phone: CallersPhone;

  beforeAll(async () => {
    world = current();
    server = await GatewayServer.open(world.fake.embedded, { gatewayId: GATEWAY_ID, frontEndKey: FRONT_END_KEY });
    address = await fetchGatewayAddress(server.url);
  });

  afterAll(() => server.close());

  beforeEach(async () => {
    jane = await world.newcomer();
    phone = await phoneOf(jane);
    // Each test stands for a time of its own: the agent may ask thirty callers in a quarter of an hour.
    world.fake.pass(15 * MINUTE);
  });

  async function phoneOf(user: User): Promise<CallersPhone> {
    const { instanceId, phone: activated } = await world.activate(user);
    const { userId, domain } = user;
    const device = { instanceId, userId, domain, instanceKey: activated.instanceKey };
    return CallersPhone.listen(world.fake.embedded, address, device);
  }

  const ask = async (user = jane): Promise<AskedCaller> =>
    valueOf(await challengeCaller(world.ports, signedInAs(world.agent), user, ORIGIN));
  const status = (key: CallerRequestKey, agent = world.agent) =>
    followCallerRequest(world.ports, world.stores.changeFeed, agent, { key, after: -1 }, () => AbortSignal.abort());

  const request = (changes: Partial<TypedReissue>, user = jane, agent = world.agent) =>
    requestAsAgent(world.ports, signedInAs(agent), user, typedReissue(changes), ORIGIN);
  const recorded = async () =>
    (await world.ports.audit.listFor(jane, 50))
      .map(({ event }) => event)
      .filter(({ type }) => type.startsWith('caller-'));

  it('the phone is told that the helpdesk asks, and counts as a check once the number is entered', async () => {
    const { key } = await ask();
    expect(await status(key)).toMatchObject({ id: key, state: 'waiting', instanceId: null });
    const { request: shown } = await phone.open();
    expect(shown).toMatchObject({ purpose: 'caller-check', browser: world.agent.displayName, address: '' });
    expect(await status(key)).toMatchObject({ state: 'scanned', instanceId: null });

    const again = await ask();
    await phone.type(again.number);
    const { instanceId } = phone.device;
    expect(await status(again.key)).toMatchObject({ state: 'approved', instanceId });
    expect(await request(confirmedBy(again.key))).toMatchObject({
      ok: true,
      value: { state: 'live', evidence: [{ method: 'login-request', detail: instanceId }] },
    });
    expect(await recorded()).toMatchObject([
      { type: 'caller-confirmed', instanceId, actor: { userId: world.agent.userId } },
      { type: 'caller-asked', actor: { userId: world.agent.userId } },
      { type: 'caller-asked', actor: { userId: world.agent.userId } },
    ]);
  });

  it('the agent and the caller’s phone are told the same two words, before anything is confirmed', async () => {
    const first = await ask();
    const words = first.words ?? '';
    const [one = '', two = ''] = words.split(' ');
    expect([FIRST_WORDS.includes(one), SECOND_WORDS.includes(two)]).toEqual([true, true]);
    expect((await phone.open()).request.words).toBe(words);
    const drawn = new Set([words]);
    for (let count = 0; count < 4; count++) drawn.add((await ask()).words ?? '');
    expect(drawn.size).toBeGreaterThan(1);
  });

  it('threat: another agent learns the two words of a check, or the page’s further questions tell them', async () => {
    const { key, words } = await ask();
    await phone.open();
    const [own, others] = [await status(key), await status(key, world.otherAgent)];
    expect(others).toBeNull();
    expect(JSON.stringify([own, await recorded()])).not.toContain(words);
  });

  it('a phone’s confirmation counts for one invitation, for a quarter of an hour', async () => {
    const first = await ask();
    await phone.type(first.number);
    expect((await request(confirmedBy(first.key))).ok).toBe(true);
    const notConfirmed = { ok: false, refusal: 'caller-not-confirmed' };
    expect(await request(confirmedBy(first.key))).toEqual(notConfirmed);
    const second = await ask();
    await phone.type(second.number);
    world.fake.pass(15 * MINUTE);
    expect(await request(confirmedBy(second.key))).toEqual(notConfirmed);
  });

  it('a phone’s confirmation is not used up while something else is missing', async () => {
    const { key, number } = await ask();
    await phone.type(number);
    expect(await request({ ...confirmedBy(key), ticket: ' ' })).toEqual({ ok: false, refusal: 'ticket-missing' });
    expect((await request(confirmedBy(key))).ok).toBe(true);
  });

  it('the caller’s phone and a one-time password of the same device count once', async () => {
    const boss = await world.newcomer('board');
    const bossPhone = await phoneOf(boss);
    const { key, number } = await ask(boss);
    await bossPhone.type(number);
    const { instanceId, instanceKey } = bossPhone.device;
    const digits = await computeOneTimePassword(instanceKey, timeStepAt(world.ports.clock.now()));
    const { checks } = confirmedBy(key);
    const both = { ...checks, oneTimePassword: { instanceId, digits } };
    expect((await request({ reason: 'lost', checks: both }, boss)).ok).toBe(true);
    const records = await world.ports.audit.listFor(boss, 50);
    const requested = records.find(({ event }) => event.type === 'invitation-requested');
    expect(requested?.event).toMatchObject({ weight: 3, required: 5, evidence: [{}, {}] });
  });

  describe('proves nothing', () => {
    it.each([
      ['a wrong number', 'wrong-number', (asked: AskedCaller) => phone.typeAnotherThan(asked.number)],
      ['turning it down', 'cancelled-on-phone', () => phone.decline('cancelled')],
      ['"that wasn’t me"', 'not-me', () => phone.decline('not-me')],
      ['no answer within a minute', 'expired', async () => world.fake.pass(MINUTE)],
    ] as const)('%s', async (_what, reason, happen) => {
      const asked = await ask();
      await happen(asked);
      const ended = reason === 'expired' ? { state: 'expired', reason: null } : { state: 'refused', reason };
      expect(await status(asked.key)).toMatchObject({ ...ended, instanceId: null });
      expect(await request(confirmedBy(asked.key))).toEqual({ ok: false, refusal: 'caller-not-confirmed' });
      const instanceId = reason === 'expired' ? null : phone.device.instanceId;
      expect((await recorded())[0]).toMatchObject({ type: 'caller-not-confirmed', reason, instanceId });
    });

    it('the device that is lost, or locked since', async () => {
      const { instanceId } = phone.device;
      const first = await ask();
      await phone.type(first.number);
      const refused = { ok: false, refusal: 'device-may-not-vouch' };
      const lost = { reason: 'lost', oldDevice: { instanceId, fate: 'lock' } } as const;
      expect(await request({ ...confirmedBy(first.key), ...lost })).toEqual(refused);
      await world.fake.directory.lock(instanceId);
      expect(await request(confirmedBy(first.key))).toEqual(refused);
    });

    it('threat: what one agent asked, to another agent; what one person confirmed, for another person', async () => {
      const john = await world.newcomer();
      await world.activate(john);
      const { key, number } = await ask();
      await phone.type(number);
      expect(await status(key, world.otherAgent)).toBeNull();
      expect(await request(confirmedBy(key), jane, world.otherAgent)).toEqual({
        ok: false,
        refusal: 'caller-not-confirmed',
      });
      expect(await request(confirmedBy(key), john)).toEqual({ ok: false, refusal: 'device-may-not-vouch' });
      expect((await request(confirmedBy(key))).ok).toBe(true);
    });
  });

  it('threat: a caller check signs no one in', async () => {
    const { ports } = world;
    const { key, number } = await ask();
    await phone.type(number);
    const settings = { domain: jane.domain, sessionLifetimeMs: MINUTE, stepUpAgeMs: MINUTE, staffIdleMs: MINUTE };
    const devices = new FakeVouchingDevices();
    if (!ports.phones) throw new TypeError('this gateway asks phones');
    const signIn = { ...ports, settings, gateway: ports.phones, knownNetworks: new MemoryKnownNetworks(), devices };
    expect(await finishPhoneSignIn(signIn, key as string as BrowserSecret, ORIGIN)).toEqual({
      ok: false,
      refusal: 'not-approved',
    });
    expect((await request(confirmedBy(key))).ok).toBe(true);
  });

  it('threat: wearing a user out: five questions in a quarter of an hour, from all agents together', async () => {
    for (let count = 0; count < 5; count++) await ask();
    const tooOften = { ok: false, refusal: 'asked-too-often' };
    expect(await challengeCaller(world.ports, signedInAs(world.otherAgent), jane, ORIGIN)).toEqual(tooOften);
    world.fake.pass(15 * MINUTE);
    await ask();
  });

  it('threat: an agent is driven to weaker checks: no number of foreign sign-ins keeps the helpdesk from asking', async () => {
    const { ports } = world;
    const settings = { domain: jane.domain, sessionLifetimeMs: MINUTE, stepUpAgeMs: MINUTE, staffIdleMs: MINUTE };
    const devices = new FakeVouchingDevices();
    if (!ports.phones) throw new TypeError('this gateway asks phones');
    const anybody = { ...ports, settings, gateway: ports.phones, knownNetworks: new MemoryKnownNetworks(), devices };
    const sent = [];
    for (let count = 0; count < 6; count++)
      sent.push(
        await sendPhoneSignIn(
          anybody,
          { typedUserId: jane.userId, previous: null, browser: 'a browser', knownBrowser: null },
          ORIGIN,
        ),
      );
    expect(sent.map(({ ok }) => ok)).toEqual([true, true, true, true, true, false]);
    expect((await phone.open()).request).toMatchObject({ purpose: 'sign-in', words: '' });
    const { key, number } = await ask();
    await phone.type(number);
    expect((await request(confirmedBy(key))).ok).toBe(true);
  });

  it('threat: guessing: after three wrong answers the right one does not count', async () => {
    for (let count = 0; count < 3; count++) {
      await phone.typeAnotherThan((await ask()).number);
      // Past the pause that it brings.
      world.fake.pass(2 * MINUTE);
    }
    const { key, number } = await ask();
    await phone.type(number);
    expect(await request(confirmedBy(key))).toEqual({ ok: false, refusal: 'phone-answered-too-often' });
  });

  it('the phone is not asked where that cannot lead to anything', async () => {
    const { ports, agent } = world;
    const answerTo = async (user: User, at = ports) => {
      const asked = await challengeCaller(at, signedInAs(agent), user, ORIGIN);
      return asked.ok ? 'asked' : asked.refusal;
    };
    expect(await answerTo(await world.newcomer())).toBe('no-active-device');
    await world.fake.directory.lock(phone.device.instanceId);
    expect(await answerTo(jane)).toBe('no-active-device');
    expect(await answerTo(agent)).toBe('own-account');
    expect(await answerTo({ ...jane, userId: 'nobody' })).toBe('not-found');
    expect(await answerTo(jane, { ...ports, phones: null })).toBe('check-not-offered');
  });
}
