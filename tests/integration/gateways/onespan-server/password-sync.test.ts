import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SignedIn } from '@/lib/accounts/sessions/session';
import { synchronisePassword } from '@/lib/accounts/sign-in/synchronise-password';
import type { OpenedGateway } from '@/lib/server/composition/opened-gateway';
import { computeOneTimePassword, timeStepAt } from '@/lib/wire/crypto/one-time-password';
import { fault } from '@/lib/kit/faults/fault';
import { startOnespanServer, type OneSpanServer } from '@/lib/kit/gateways/start-onespan-server';
import { MINUTE } from '@/lib/shared/time/duration';
import { fakeAccess, JANE } from '../../../support/doubles/fake-access-ports';
import { FakePhone } from '../../../support/doubles/fake-phone';
import { newSession } from '../../../support/new-session';
import { openAdapter } from '../../../support/onespan/open-onespan-adapter';

const OLD = 'Static-Password-1';
const NEW = 'Directory-Password-2';
const ORIGIN = { correlationId: 'request', address: null };
const clock = { time: new Date('2026-05-04T10:00:00Z'), now: () => clock.time };

let server: OneSpanServer;
let phone: FakePhone;
const opened: OpenedGateway[] = [];

beforeAll(async () => {
  server = await startOnespanServer({ clock, lockThreshold: 0, passwordAutolearn: true });
  const registered = await server.state.register(server.state.accounts.add({ userId: JANE.userId }));
  if (!registered.ok) throw new Error(registered.refusal);
  const { userId, domain, registrationIdentifier, activationPassword } = registered.value;
  const image = ['01;01', userId, domain, registrationIdentifier, activationPassword].join(';');
  phone = new FakePhone(server.gateway, image);
  for (let step = 0; step < 4; step++) await phone.step();
});

afterAll(async () => {
  await Promise.all(opened.map((gateway) => gateway.close()));
  await server.close();
});

beforeEach(async () => {
  await server.faults.clear();
  server.calls.clear();
  server.state.options.passwordAutolearn = true;
  Object.assign(account(), { staticPassword: OLD, directoryPassword: NEW, serverPin: null });
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

function sync() {
  const gateway = openAdapter(server, [], { learnsPasswords: true });
  opened.push(gateway);
  if (!gateway.passwordSync) throw new TypeError('no synchronisation');
  return gateway.passwordSync;
}

const learn = async (password: string, oneTimePassword?: string) =>
  sync().learn(JANE, { password, oneTimePassword: oneTimePassword ?? (await nextCode()) });

describe('a password that was changed in the directory', () => {
  it('the server learns it with a one-time password, and takes it alone from then on', async () => {
    expect(await learn(NEW)).toBe('changed');
    expect(account().staticPassword).toBe(NEW);
  });

  it('the server PIN goes in front of the one-time password', async () => {
    account().serverPin = '1234';
    expect(await learn(NEW)).toBe('wrong');
    expect(await learn(NEW, `1234${await nextCode()}`)).toBe('changed');
  });

  it.each([
    ['one that the directory does not have', 'Another-Password-3'],
    ['the old one', OLD],
    ['none', ''],
  ])('the server learns nothing from %s', async (_what, password) => {
    expect(await learn(password)).toBe('wrong');
    expect(account().staticPassword).toBe(OLD);
  });

  it.each(['000000', '', '12', 'not-a-code'])(
    'threat: a thief without the device — “%s” for a one-time password teaches the server nothing',
    async (code) => {
      expect(await learn(NEW, code)).toBe('wrong');
      expect(account().staticPassword).toBe(OLD);
    },
  );

  it('a policy without Password Autolearn learns nothing', async () => {
    server.state.options.passwordAutolearn = false;
    expect(await learn(NEW)).toBe('wrong');
  });

  it('the server learns none where the settings do not say so', () => {
    const gateway = openAdapter(server);
    opened.push(gateway);
    expect(gateway.passwordSync).toBeNull();
  });
});

describe('a signed-in user who gives it', () => {
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

  const submit = async (password: string, code?: string) =>
    synchronisePassword(
      { ...ports, passwordSync: sync() },
      here,
      { password, oneTimePassword: code ?? (await nextCode()) },
      ORIGIN,
    );
  const open = async () => (await ports.sessions.listFor(here.user, ports.clock.now(), 9)).length;
  const events = () => ports.audit.records.map(({ event }) => event.type);

  it('every other session ends, and the change is recorded', async () => {
    const code = await nextCode();
    expect(await submit(NEW, `${code.slice(0, 3)} ${code.slice(3)}`)).toEqual({ ok: true, value: null });
    expect([await open(), events()]).toEqual([1, ['password-changed']]);
  });

  it('no session ends where the server refuses', async () => {
    expect(await submit('Another-Password-3')).toEqual({ ok: false, refusal: 'password-or-code-wrong' });
    expect([await open(), events()]).toEqual([2, ['step-up-failed']]);
  });

  it('threat: guesses in an unlocked browser — after ten the server is not asked any more', async () => {
    for (let count = 0; count < 10; count++) await submit(NEW, '000000');
    server.calls.clear();
    expect(await submit(NEW)).toEqual({ ok: false, refusal: 'too-many-attempts' });
    expect([server.calls.count('authUser'), account().staticPassword]).toEqual([0, OLD]);
  });

  it('other sessions end where the answer is lost, since the server may have learned it', async () => {
    server.faults.once('authUser', fault.lostAnswer());
    await expect(submit(NEW)).rejects.toMatchObject({ name: 'GatewayError' });
    expect([await open(), account().staticPassword]).toEqual([1, NEW]);
  });

  it('a password is refused where the server learns none', async () => {
    const input = { password: NEW, oneTimePassword: '000000' };
    expect(await synchronisePassword({ ...ports, passwordSync: null }, here, input, ORIGIN)).toEqual({
      ok: false,
      refusal: 'not-offered',
    });
  });
});
