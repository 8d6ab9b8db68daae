import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { GatewayError } from '@/lib/activation/gateway-error';
import { changeGatewayPin } from '@/lib/accounts/sign-in/change-gateway-pin';
import type { SignedIn } from '@/lib/accounts/sessions/session';
import type { OpenedGateway } from '@/lib/server/composition/opened-gateway';
import { computeOneTimePassword, timeStepAt } from '@/lib/wire/crypto/one-time-password';
import { fault } from '@/lib/kit/faults/fault';
import { startOnespanServer, type OneSpanServer } from '@/lib/kit/gateways/start-onespan-server';
import { MINUTE } from '@/lib/shared/time/duration';
import { fakeAccess, JANE } from '../../../support/doubles/fake-access-ports';
import { FakePhone } from '../../../support/doubles/fake-phone';
import { newSession } from '../../../support/new-session';
import { openAdapter } from '../../../support/onespan/open-onespan-adapter';

const PASSWORD = 'Static-Password-1';
const ORIGIN = { correlationId: 'request', address: null };
const clock = { time: new Date('2026-05-04T10:00:00Z'), now: () => clock.time };

let server: OneSpanServer;
let phone: FakePhone;
const failures: GatewayError[] = [];
const opened: OpenedGateway[] = [];

beforeAll(async () => {
  server = await startOnespanServer({ clock, lockThreshold: 0, registrationLifetimeSeconds: 600 });
  const added = server.state.accounts.add({ userId: JANE.userId, staticPassword: PASSWORD });
  const registered = await server.state.register(added);
  if (!registered.ok) throw new Error(registered.refusal);
  const { userId, domain, registrationIdentifier, activationPassword } = registered.value;
  phone = new FakePhone(
    server.gateway,
    ['01;01', userId, domain, registrationIdentifier, activationPassword].join(';'),
  );
  for (let step = 0; step < 4; step++) await phone.step();
});

afterAll(async () => {
  await Promise.all(opened.map((gateway) => gateway.close()));
  await server.close();
});

beforeEach(async () => {
  await server.faults.clear();
  server.calls.clear();
  failures.length = 0;
  Object.assign(server.state.options, { lockThreshold: 0, separatePasswordFormat: 1 });
  server.state.options.serverPins.mayChange = true;
  Object.assign(account(), { serverPin: '1234', isLocked: false, lockCount: 0 });
});

function account() {
  const found = server.state.accounts.find(JANE.userId);
  if (!found) throw new TypeError('no account');
  return found;
}

/** One that has not been used: each works once. */
function nextCode(): Promise<string> {
  clock.time = new Date(clock.time.getTime() + MINUTE);
  return computeOneTimePassword(phone.instanceKey, timeStepAt(clock.time));
}

function pins(format = 1) {
  const gateway = openAdapter(server, failures, { pinChange: { format } });
  opened.push(gateway);
  if (!gateway.pins) throw new TypeError('no PINs');
  return gateway.pins;
}

const change = async (current: string | null, next: string, typed?: string) =>
  pins().change(JANE, { current, new: next, oneTimePassword: typed ?? (await nextCode()) });

describe('a server PIN', () => {
  it('a PIN is changed with the current one and a one-time password, and is wanted from then on', async () => {
    expect(await change('1234', '246813')).toBe('changed');
    expect(account().serverPin).toBe('246813');
    expect(await change('1234', '0000')).toBe('wrong');
    expect(server.calls.count('logon')).toBe(0);
  });

  it('a PIN that an administrator has reset is set without a current one', async () => {
    account().serverPin = null;
    expect(await change(null, '246813')).toBe('changed');
    expect(account().serverPin).toBe('246813');
  });

  it('threat: a thief who says that the PIN was reset — without the current one it stays as it is', async () => {
    expect(await change(null, '246813')).toBe('wrong');
    expect(account().serverPin).toBe('1234');
  });

  it.each([
    ['none', ''],
    ['a wrong one', '000000'],
    ['the static password', PASSWORD],
    ['control characters', '\u0001'],
  ])(
    'threat: a thief without the device — with %s for a one-time password the PIN stays as it is',
    async (_what, code) => {
      expect(await change('1234', '246813', code)).toBe('wrong');
      account().serverPin = null;
      expect(await change(null, '246813', code)).toBe('wrong');
      expect(account().serverPin).toBeNull();
    },
  );

  it('threat: a one-time password read over a shoulder — one that was used changes nothing', async () => {
    const code = await nextCode();
    expect(await change('1234', '2468', code)).toBe('changed');
    expect(await change('2468', '1357', code)).toBe('wrong');
    expect(account().serverPin).toBe('2468');
  });

  it('a PIN that the rules refuse is not set, and the status of the refusal is reported without a PIN', async () => {
    expect(await change('1234', '97')).toBe('rejected');
    expect(account().serverPin).toBe('1234');
    expect(String(failures[0]?.cause)).toContain('STAT_PIN_RULES');
    expect(String(failures[0]?.cause)).not.toContain('1234');
  });

  it('a policy that forbids a change of PINs is a failure of the set-up, and no verdict on a PIN', async () => {
    server.state.options.serverPins.mayChange = false;
    await expect(change('1234', '246813')).rejects.toMatchObject({ code: 'refused-credentials' });
    expect(account().serverPin).toBe('1234');
  });

  it('a format with another number than the server’s changes no PIN', async () => {
    server.state.options.separatePasswordFormat = 2;
    expect(await change('1234', '246813')).toBe('rejected');
    expect(await pins(2).change(JANE, { current: '1234', new: '246813', oneTimePassword: await nextCode() })).toBe(
      'changed',
    );
  });

  it('no PIN is changed where the settings do not say so', () => {
    const gateway = openAdapter(server);
    opened.push(gateway);
    expect(gateway.pins).toBeNull();
  });
});

describe('a signed-in user who changes it', () => {
  let ports: Awaited<ReturnType<typeof fakeAccess>>;
  let here: SignedIn;

  beforeEach(async () => {
    ports = await fakeAccess();
    const user = await ports.users.find(JANE.userId, JANE.domain);
    if (!user) throw new TypeError('no user');
    const sessions = [newSession(user, ports.clock.now()), newSession(user, ports.clock.now())] as const;
    for (const session of sessions) await ports.sessions.create(session, await ports.sessions.epochOf(user));
    here = { user, session: sessions[0], scope: { kind: 'full' } };
  });

  const submit = async (input: Partial<Parameters<typeof changeGatewayPin>[2]> = {}) =>
    changeGatewayPin(
      { ...ports, gatewayPins: pins() },
      here,
      {
        current: '1234',
        new: '246813',
        again: '246813',
        ...input,
        oneTimePassword: input.oneTimePassword ?? (await nextCode()),
      },
      ORIGIN,
    );
  const open = async () => (await ports.sessions.listFor(here.user, ports.clock.now(), 9)).length;
  const events = () => ports.audit.records.map(({ event }) => event.type);

  it('a change ends every other session, and is recorded', async () => {
    const code = await nextCode();
    expect(await submit({ oneTimePassword: `${code.slice(0, 3)} ${code.slice(3)}` })).toEqual({
      ok: true,
      value: null,
    });
    expect([await open(), events()]).toEqual([1, ['server-pin-changed']]);
  });

  it.each([
    ['the current one is wrong', { current: '9999' }, { oneTimePassword: 'pin-or-code-wrong' }],
    ['the new ones differ', { again: '1357' }, { again: 'pins-differ' }],
    ['the new one has letters', { new: '12ab', again: '12ab' }, { new: 'pin-rejected' }],
    ['the new one has nine digits', { new: '123456789', again: '123456789' }, { new: 'pin-rejected' }],
    ['the server’s rules refuse the new one', { new: '97', again: '97' }, { new: 'pin-rejected' }],
  ])('no session ends where %s', async (_why, input, refusal) => {
    expect(await submit(input)).toEqual({ ok: false, refusal });
    expect([await open(), account().serverPin]).toEqual([2, '1234']);
  });

  it('threat: guesses in an open browser — after ten the server is not asked any more', async () => {
    for (let count = 0; count < 10; count++) await submit({ current: '9999' });
    server.calls.clear();
    expect(await submit()).toEqual({ ok: false, refusal: 'too-many-attempts' });
    expect([server.calls.count('authUser'), account().serverPin]).toEqual([0, '1234']);
  });

  it('other sessions end where the answer is lost, since the PIN may be the new one', async () => {
    server.faults.once('authUser', fault.lostAnswer());
    await expect(submit()).rejects.toMatchObject({ name: 'GatewayError' });
    expect([await open(), account().serverPin, events()]).toEqual([1, '246813', []]);
  });

  it('a change is refused where the gateway changes no PINs', async () => {
    const input = { current: '', new: '2468', again: '2468', oneTimePassword: '000000' };
    expect(await changeGatewayPin({ ...ports, gatewayPins: null }, here, input, ORIGIN)).toEqual({
      ok: false,
      refusal: 'not-offered',
    });
  });
});
