import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { GatewayError } from '@/lib/activation/gateway-error';
import type { OpenedGateway } from '@/lib/server/composition/opened-gateway';
import type { OneSpanServerConfig } from '@/lib/config/sections/onespan-server-config';
import { answerAssignment, assignHardware, parseSerialNumber } from '@/lib/devices/hardware/assign-hardware';
import { finishActs } from '@/lib/devices/acts/act-at-gateway';
import type { HardwarePorts } from '@/lib/devices/hardware/hardware-ports';
import { answerChallenge, repairClock, requestChallenge } from '@/lib/devices/hardware/try-hardware';
import { authUser } from '@/lib/gateways/onespan-server/accounts/auth-user';
import { SoapClient } from '@/lib/gateways/onespan-server/soap/soap-client';
import { Connection } from '@/lib/gateways/transport/connection';
import { fault } from '@/lib/kit/faults/fault';
import { startOnespanServer, type OneSpanServer } from '@/lib/kit/gateways/start-onespan-server';
import type { OneSpanOptions } from '@/lib/kit/gateways/state/onespan-options';
import { MINUTE } from '@/lib/shared/time/duration';
import { fakeAccess, JANE } from '../../../support/doubles/fake-access-ports';
import { MemoryDeviceActStore } from '../../../support/doubles/stores/memory-device-act-store';
import { MemoryDeviceHolds } from '../../../support/doubles/stores/memory-device-holds';
import type { SideEffects } from '@/lib/messaging/new-message';
import { openAdapter, settingsFor } from '../../../support/onespan/open-onespan-adapter';

const PASSWORD = 'Static-Password-1';
const ORIGIN = { correlationId: 'request', address: null };
const clock = { time: new Date('2026-05-04T10:00:00Z'), now: () => clock.time };
const LOGIN = { by: 'login', separator: '' } as const;
const [TIMED, EVENT, TYPED, WITH_PIN, OF_JOHN] = ['0097000001', '0097000002', '0097000003', '0097000004', '0097000005'];

let server: OneSpanServer;
let deviceActs: MemoryDeviceActStore;
let opened: OpenedGateway;
let ports: HardwarePorts & Omit<Awaited<ReturnType<typeof fakeAccess>>, 'clock'>;
let failures: GatewayError[];

const free = (serialNumber: string | undefined, kind: 'time' | 'event' | 'challenge', more = {}) => ({
  serialNumber: serialNumber ?? '',
  type: 'DP770',
  kind,
  ...more,
});

async function open(
  hardware: Partial<OneSpanServerConfig['hardware']> = { assignment: LOGIN },
  options: Partial<OneSpanOptions> = {},
) {
  server = await startOnespanServer({
    clock,
    lockThreshold: 0,
    selfAssignment: { separator: '' },
    users: [
      { userId: JANE.userId, staticPassword: PASSWORD },
      { userId: 'john.roe', staticPassword: 'Another-Password-2' },
    ],
    tokens: [
      free(TIMED, 'time'),
      free(EVENT, 'event'),
      free(TYPED, 'challenge'),
      free(WITH_PIN, 'time', { needsPin: true }),
      free(OF_JOHN, 'time', { owner: { userId: 'john.roe', domain: 'example.org' } }),
    ],
    furtherPrivileges: ['Assign DIGIPASS'],
    ...options,
  });
  opened = openAdapter(server, failures, {
    hardware: {
      assignment: null,
      isTested: true,
      clockFields: ['CREDFLD_DP_RESPONSE', 'CREDFLD_DP_RESPONSE2'],
      virtualTypes: ['VIR*'],
      ...hardware,
    },
  });
  const access = await fakeAccess();
  const { audit } = access;
  const keep = ({ events }: SideEffects) => events.forEach((event) => void audit.append(event));
  deviceActs = new MemoryDeviceActStore(new MemoryDeviceHolds(), { keep });
  ports = {
    ...access,
    clock,
    deviceActs,
    directory: opened.directory,
    hardware: opened.hardware,
    pendingOperations: null,
  };
}

function token(serialNumber: string | undefined) {
  const found = server.state.hardware.find(serialNumber ?? '');
  if (!found) throw new TypeError('no such token');
  return found;
}

const shown = (serialNumber: string | undefined, challenge = '') =>
  server.state.hardware.show(token(serialNumber), challenge);
const give = (serialNumber: string | undefined) => server.state.hardware.assign(token(serialNumber), JANE);

const assign = async (serialNumber: string | undefined, typed: Partial<Parameters<typeof assignHardware>[2]> = {}) =>
  assignHardware(
    ports,
    JANE,
    {
      serialNumber: serialNumber ?? '',
      password: PASSWORD,
      newPin: '',
      newPinAgain: '',
      ...typed,
      response: typed.response ?? (await shown(serialNumber)),
    },
    ORIGIN,
  );
const events = () => ports.audit.records.map(({ event }) => event.type);
const REFUSED = { ok: false, refusal: 'assignment-refused' };

async function takeOnly() {
  return { kind: 'unconfirmed' } as const;
}

beforeEach(() => {
  clock.time = new Date('2026-05-04T10:00:00Z');
  failures = [];
});

afterEach(async () => {
  await opened.close();
  await server.close();
});

/** A round, once nobody can be at an act any more. */
async function finishDueActs(): Promise<void> {
  clock.time = new Date(clock.time.getTime() + MINUTE);
  await finishActs(
    { ...ports, holds: new MemoryDeviceHolds() },
    (error) => expect.unreachable(String(error)),
    new AbortController().signal,
  );
}

describe('a hardware authenticator that a person makes theirs', () => {
  it.each([
    ['a time-based one', TIMED],
    ['an event-based one', EVENT],
  ])('%s is assigned by serial number, password and its code, and is recorded', async (_kind, serialNumber) => {
    await open();
    expect(await assign(serialNumber)).toEqual({ ok: true, value: { kind: 'assigned' } });
    expect(token(serialNumber).owner).toMatchObject({ userId: JANE.userId });
    expect(events()).toEqual(['hardware-assigned']);
  });

  it('an assignment whose answer is lost is recorded once, by the round, and one that never arrived is not', async () => {
    await open();
    for (const lost of [fault.reset(), fault.lostAnswer()]) {
      await finishDueActs();
      expect(token(TIMED).owner).toBeNull();
      server.faults.set('authUser', lost, { times: 1 });
      await expect(assign(TIMED)).rejects.toMatchObject({ name: 'GatewayError' });
    }
    expect(token(TIMED).owner).toMatchObject({ userId: JANE.userId });
    expect(events()).toEqual([]);
    await finishDueActs();
    await finishDueActs();
    expect(events()).toEqual(['hardware-assigned']);
  });

  it.each(['0097-000001', '0-097-00000-1', ' 0097 000001 '])('the serial number is read as "%s", too', (typed) => {
    expect(parseSerialNumber(typed)).toBe(TIMED);
    return open();
  });

  it('a separator of the policy stands behind the serial number', async () => {
    await open({ assignment: { by: 'login', separator: '|' } }, { selfAssignment: { separator: '|' } });
    expect(await assign(TIMED)).toMatchObject({ ok: true });
  });

  it('a PIN is chosen with the assignment where the server wants one, and is wanted from then on', async () => {
    await open();
    expect(await assign(WITH_PIN)).toEqual(REFUSED);
    clock.time = new Date(clock.time.getTime() + MINUTE);
    expect(await assign(WITH_PIN, { newPin: '2468', newPinAgain: '2468' })).toMatchObject({ ok: true });
    expect(token(WITH_PIN).pin).toBe('2468');
  });

  it.each([
    ['the two PINs differ', { newPin: '2468', newPinAgain: '1357' }, { newPinAgain: 'pins-differ' }],
    ['the PIN has letters', { newPin: '24ab', newPinAgain: '24ab' }, { newPin: 'pin-rejected' }],
    ['the serial number is too short', { serialNumber: '0097' }, { serialNumber: 'serial-number-invalid' }],
  ])('the server is not asked where %s', async (_why, typed, refusal) => {
    await open();
    server.calls.clear();
    expect(await assign(WITH_PIN, typed)).toEqual({ ok: false, refusal });
    expect(server.calls.count('authUser')).toBe(0);
  });

  it.each(['STAT_CHALLENGE', 'STAT_SUCCESS'] as const)(
    'a device with challenges is assigned by its second answer, where the first has the status %s',
    async (challengeStatus) => {
      await open({ assignment: LOGIN }, { challengeStatus });
      const begun = await assign(TYPED, { response: '' });
      if (!begun.ok || begun.value.kind !== 'challenge') throw new Error('no challenge');
      expect(token(TYPED).owner).toBeNull();
      const { key, text } = begun.value.challenge;
      const input = { serialNumber: TYPED ?? '', key, response: await shown(TYPED, text) };
      expect(await answerAssignment(ports, JANE, input, ORIGIN)).toEqual({ ok: true, value: { kind: 'assigned' } });
      expect(token(TYPED).owner).toMatchObject({ userId: JANE.userId });
    },
  );

  it('threat: a password that only brings a challenge about — it signs no one in', async () => {
    await open({ assignment: LOGIN }, { challengeStatus: 'STAT_SUCCESS' });
    const { urls, tls, componentType } = settingsFor(server);
    const soap = new SoapClient(new Connection({ urls, tls, timeLimitMs: MINUTE, maximumReplyBytes: 1e6 }, () => {}));
    expect(await authUser(soap, { ...JANE, componentType, password: `${TYPED}${PASSWORD}` })).toBe(false);
  });

  it('a user who has a hardware authenticator gets no other, and the server is not asked', async () => {
    await open();
    give(EVENT);
    server.calls.clear();
    expect(await assign(TIMED)).toEqual({ ok: false, refusal: 'has-hardware-already' });
    expect(server.calls.count('authUser')).toBe(0);
  });

  it('no device is assigned where the settings do not say so', async () => {
    await open({ assignment: null });
    expect(await assign(TIMED)).toEqual({ ok: false, refusal: 'not-offered' });
  });

  it('an administrator’s command is not sent before the password and the code were right', async () => {
    await open({ assignment: { by: 'administration', separator: '' } });
    expect(await assign(TIMED, { response: '000000' })).toEqual(REFUSED);
    expect(await assign(TIMED, { password: 'wrong' })).toEqual(REFUSED);
    expect(server.calls.count('digipassExecute DIGIPASSCMD_ASSIGN')).toBe(0);
  });

  it('a login that the server takes without assigning the device is no assignment, and says so', async () => {
    await open();
    ports.hardware = { ...ports.hardware, assignment: { assign: takeOnly, answer: takeOnly } };
    expect(await assign(TIMED)).toEqual({ ok: false, refusal: 'assignment-unconfirmed' });
    expect(events()).toEqual(['hardware-assignment-pending']);
  });

  it.each([LOGIN, { by: 'administration', separator: '' } as const])(
    'threat: the token of another user, by $by — it stays theirs, and is refused as an unknown one is',
    async (assignment) => {
      await open({ assignment });
      expect(await assign(OF_JOHN)).toEqual(REFUSED);
      expect(await assign('0099999999', { response: '000000' })).toEqual(REFUSED);
      expect(token(OF_JOHN).owner?.userId).toBe('john.roe');
      expect(events()).toEqual(['hardware-assignment-refused', 'hardware-assignment-refused']);
    },
  );

  it('threat: the challenge of another user — its key assigns no device to a thief who answers it', async () => {
    await open();
    const { key, text } = server.state.hardware.challenge(
      token(TYPED),
      { userId: 'john.roe', domain: 'example.org' },
      true,
    );
    const input = { serialNumber: TYPED ?? '', key, response: await shown(TYPED, text) };
    expect(await answerAssignment(ports, JANE, input, ORIGIN)).toEqual(REFUSED);
    expect(token(TYPED).owner).toBeNull();
  });

  it('threat: serial numbers tried one after the other — after ten in a day the server is not asked any more', async () => {
    await open();
    for (let count = 0; count < 10; count++) await assign(`009800000${count}`, { response: '000000' });
    server.calls.clear();
    expect(await assign(TIMED)).toEqual({ ok: false, refusal: 'too-many-attempts' });
    expect([server.calls.count('authUser'), token(TIMED).owner]).toEqual([0, null]);
  });
});

describe('a hardware authenticator that its person tries', () => {
  it('the right response to a challenge passes, once, and a wrong one does not', async () => {
    await open();
    give(TYPED);
    const asked = await requestChallenge(ports, JANE, TYPED ?? '');
    if (!asked.ok) throw new Error(asked.refusal);
    const { key, text } = asked.value;
    const answer = async (response: string) =>
      answerChallenge(ports, JANE, { serialNumber: TYPED ?? '', key, response }, ORIGIN);
    const response = await shown(TYPED, text);
    expect(await answer(response)).toEqual({ ok: true, value: null });
    expect(await answer(response)).toMatchObject({ ok: false, refusal: 'one-time-password-wrong' });
    expect(events()).toEqual(['login-tested', 'login-tested']);
  });

  it('a clock that is far off is repaired by two codes in a row, and the next code works', async () => {
    await open();
    give(TIMED);
    token(TIMED).ahead = 100;
    const next = async () => {
      clock.time = new Date(clock.time.getTime() + 36_000);
      return shown(TIMED);
    };
    expect(await opened.directory.testOneTimePassword(TIMED ?? '', await next())).toMatchObject({ ok: false });
    const [first, second] = [await next(), await next()];
    const serialNumber = TIMED ?? '';
    expect(await repairClock(ports, JANE, { serialNumber, first, second: first }, ORIGIN)).toMatchObject({ ok: false });
    expect(await repairClock(ports, JANE, { serialNumber, first, second }, ORIGIN)).toEqual({ ok: true, value: null });
    expect(await opened.directory.testOneTimePassword(serialNumber, await next())).toMatchObject({ ok: true });
    expect(events()).toEqual(['login-tested', 'login-tested', 'hardware-clock-repaired']);
  });

  it('threat: the device of another user — it is neither challenged nor repaired', async () => {
    await open();
    const serialNumber = OF_JOHN ?? '';
    const codes = { serialNumber, first: await shown(OF_JOHN), second: '000000' };
    expect(await requestChallenge(ports, JANE, serialNumber)).toEqual({ ok: false, refusal: 'not-found' });
    expect(await repairClock(ports, JANE, codes, ORIGIN)).toEqual({ ok: false, refusal: 'not-found' });
    expect(server.calls.count('syncTokenAndHost')).toBe(0);
  });

  it('nothing is tried or repaired where the settings do not say so', async () => {
    await open({ isTested: false, clockFields: null });
    give(TIMED);
    const codes = { serialNumber: TIMED ?? '', first: '000000', second: '111111' };
    expect(await requestChallenge(ports, JANE, TIMED ?? '')).toEqual({ ok: false, refusal: 'not-found' });
    expect(await repairClock(ports, JANE, codes, ORIGIN)).toEqual({ ok: false, refusal: 'not-found' });
  });

  it('threat: guesses at a challenge — after ten in five minutes the server is not asked any more', async () => {
    await open();
    give(TYPED);
    const input = { serialNumber: TYPED ?? '', key: '0000000000', response: '000000' };
    for (let count = 0; count < 10; count++) await answerChallenge(ports, JANE, input, ORIGIN);
    server.calls.clear();
    expect(await answerChallenge(ports, JANE, input, ORIGIN)).toEqual({ ok: false, refusal: 'too-many-attempts' });
    expect(server.calls.count('authUser')).toBe(0);
  });
});
