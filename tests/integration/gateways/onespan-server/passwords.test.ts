import { afterAll, beforeEach, beforeAll, describe, expect, it } from 'vitest';
import type { GatewayError } from '@/lib/activation/gateway-error';
import { changeGatewayPassword } from '@/lib/accounts/sign-in/change-gateway-password';
import type { SignedIn } from '@/lib/accounts/sessions/session';
import type { OpenedGateway } from '@/lib/server/composition/opened-gateway';
import { fault } from '@/lib/kit/faults/fault';
import { startOnespanServer, type OneSpanServer } from '@/lib/kit/gateways/start-onespan-server';
import { fakeAccess, JANE } from '../../../support/doubles/fake-access-ports';
import { newSession } from '../../../support/new-session';
import { openAdapter } from '../../../support/onespan/open-onespan-adapter';

const OLD = 'Static-Password-1';
const NEW = 'Another-Password-2';
const ORIGIN = { correlationId: 'request', address: null };
const PLACES = ['server', 'directory'] as const;

let server: OneSpanServer;
const failures: GatewayError[] = [];
const opened: OpenedGateway[] = [];

beforeAll(async () => {
  server = await startOnespanServer();
});

afterAll(async () => {
  await Promise.all(opened.map((gateway) => gateway.close()));
  await server.close();
});

beforeEach(async () => {
  await server.faults.clear();
  server.calls.clear();
  failures.length = 0;
  Object.assign(server.state.options, { passwordsKeptBy: 'server', passwordFields: 'reference', lockThreshold: 3 });
  server.state.accounts.add({ userId: JANE.userId, staticPassword: OLD });
});

function passwordsAt(keptBy: 'server' | 'directory', fields: 'reference' | 'guide' = 'reference') {
  const gateway = openAdapter(server, failures, { passwordChange: { keptBy, fields } });
  opened.push(gateway);
  if (!gateway.passwords) throw new TypeError('no passwords');
  return gateway.passwords;
}

const stored = () => server.state.accounts.find(JANE.userId)?.staticPassword;

describe.each(PLACES)('a password that the %s keeps', (keptBy) => {
  beforeEach(() => {
    server.state.options.passwordsKeptBy = keptBy;
  });

  const change = (current: string, next: string) => passwordsAt(keptBy).change(JANE, { current, new: next });

  it('a password is changed by its command, with characters that XML escapes', async () => {
    expect(await change(OLD, '<Ünlikely & "quoted" 7>')).toBe('changed');
    expect(stored()).toBe('<Ünlikely & "quoted" 7>');
    expect(server.calls.count(keptBy === 'server' ? 'updatePassword' : 'changeBackendPassword')).toBe(1);
    expect(server.calls.count('logon')).toBe(0);
  });

  it.each([
    ['another', 'wrong'],
    ['none', ''],
    ['one too long', 'x'.repeat(2_000)],
    ['one of control characters', '\u0001'],
  ])('a password stays as it is where the current one is %s', async (_what, current) => {
    expect(await change(current, NEW)).toBe('wrong');
    expect(stored()).toBe(OLD);
  });

  it.each([
    ['too short', 'short'],
    ['the current one', OLD],
    ['empty', ''],
    ['of control characters', `\u0001${NEW}`],
  ])('a password is not replaced by one that is %s', async (_what, next) => {
    expect(await change(OLD, next)).toBe('rejected');
    expect(stored()).toBe(OLD);
  });

  it('a rejection is reported with its status, for which no code is published, and without a password', async () => {
    await change(OLD, 'short');
    const told = String(failures[0]?.cause);
    expect(told).toContain('STAT_PASSWORD_RULES');
    expect(told).not.toContain(OLD);
    expect(told).not.toContain('short ');
  });

  it('threat: guesses of the current password — the account is locked, and its lock looks like a wrong password', async () => {
    for (let count = 0; count < 3; count++) await change('wrong', NEW);
    expect(await change(OLD, NEW)).toBe('wrong');
    expect(stored()).toBe(OLD);
  });

  it('an unknown user is answered like a wrong password', async () => {
    expect(
      await passwordsAt(keptBy).change({ userId: 'nobody', domain: 'example.org' }, { current: OLD, new: NEW }),
    ).toBe('wrong');
  });

  it.each([fault.status(503), fault.html(), fault.truncated(), fault.lostAnswer(), fault.unknownStatus()])(
    'a server with the fault $kind is a failure of the gateway, and no verdict on a password',
    async (spoilt) => {
      const passwords = passwordsAt(keptBy);
      server.faults.once(keptBy === 'server' ? 'updatePassword' : 'changeBackendPassword', spoilt);
      await expect(passwords.change(JANE, { current: OLD, new: NEW })).rejects.toMatchObject({ name: 'GatewayError' });
    },
  );
});

describe('where settings and server differ', () => {
  it('a command for passwords that are kept elsewhere is a failure and changes nothing', async () => {
    await expect(passwordsAt('directory').change(JANE, { current: OLD, new: NEW })).rejects.toMatchObject({
      code: 'refused-credentials',
    });
    expect(stored()).toBe(OLD);
  });

  it('the fields of updatePassword have the names that are set', async () => {
    server.state.options.passwordFields = 'guide';
    expect(await passwordsAt('server', 'reference').change(JANE, { current: OLD, new: NEW })).toBe('rejected');
    expect(stored()).toBe(OLD);
    expect(await passwordsAt('server', 'guide').change(JANE, { current: OLD, new: NEW })).toBe('changed');
    expect(stored()).toBe(NEW);
  });

  it('no password is changed where the settings do not say so', () => {
    const gateway = openAdapter(server);
    opened.push(gateway);
    expect(gateway.passwords).toBeNull();
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

  const change = (current: string, next: string, again = next) =>
    changeGatewayPassword(
      { ...ports, gatewayPasswords: passwordsAt('server') },
      here,
      { current, new: next, again },
      ORIGIN,
    );

  const open = async () => (await ports.sessions.listFor(here.user, ports.clock.now(), 9)).length;
  const events = () => ports.audit.records.map(({ event }) => event.type);

  it('a change ends every other session, and is recorded', async () => {
    expect(await change(OLD, NEW)).toEqual({ ok: true, value: null });
    expect(await ports.sessions.listFor(here.user, ports.clock.now(), 9)).toMatchObject([{ id: here.session.id }]);
    expect(events()).toEqual(['password-changed']);
    expect(stored()).toBe(NEW);
  });

  it.each([
    ['the current one is wrong', 'wrong', NEW, NEW, { current: 'wrong-password' }, ['step-up-failed']],
    ['the new ones differ', OLD, NEW, 'other', { again: 'passwords-differ' }, []],
    [
      'the new one is longer than the vendor’s field',
      OLD,
      'x'.repeat(129),
      'x'.repeat(129),
      { new: 'password-too-long' },
      [],
    ],
    ['the server’s rules refuse the new one', OLD, 'short', 'short', { new: 'password-rejected' }, []],
  ])('no session ends where %s', async (_why, current, next, again, refusal, recorded) => {
    expect(await change(current, next, again)).toEqual({ ok: false, refusal });
    expect(await open()).toBe(2);
    expect(events()).toEqual(recorded);
    expect(stored()).toBe(OLD);
  });

  it('threat: an open browser that guesses the password — ten wrong ones, and the right one is not tried either', async () => {
    server.state.options.lockThreshold = 0;
    for (let count = 0; count < 10; count++) await change('wrong', NEW);
    server.calls.clear();
    expect(await change(OLD, NEW)).toEqual({ ok: false, refusal: 'too-many-attempts' });
    expect(server.calls.count('updatePassword')).toBe(0);
    expect(stored()).toBe(OLD);
  });

  it('other sessions end where the answer is lost, since the password may be the new one', async () => {
    server.faults.once('updatePassword', fault.lostAnswer());
    await expect(change(OLD, NEW)).rejects.toMatchObject({ name: 'GatewayError' });
    expect(stored()).toBe(NEW);
    expect(await open()).toBe(1);
    expect(events()).toEqual([]);
  });

  it('a change is refused where the gateway changes no passwords', async () => {
    const refused = await changeGatewayPassword(
      { ...ports, gatewayPasswords: null },
      here,
      { current: OLD, new: NEW, again: NEW },
      ORIGIN,
    );
    expect(refused).toEqual({ ok: false, refusal: 'changed-elsewhere' });
  });
});
