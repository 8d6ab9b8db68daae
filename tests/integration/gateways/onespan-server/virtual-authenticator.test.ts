import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sendOneTimePassword, type SentOneTimePassword } from '@/lib/accounts/sign-in/send-one-time-password';
import { signInWithOneTimePassword } from '@/lib/accounts/sign-in/sign-in-with-one-time-password';
import type { OneSpanServerConfig } from '@/lib/config/sections/onespan-server-config';
import type { OpenedGateway } from '@/lib/server/composition/opened-gateway';
import { fault } from '@/lib/kit/faults/fault';
import { startOnespanServer, type OneSpanServer } from '@/lib/kit/gateways/start-onespan-server';
import type { KnownBrowserId } from '@/lib/accounts/sign-in/known-networks';
import { HOUR, MINUTE, SECOND } from '@/lib/shared/time/duration';
import { fakeAccess, JANE } from '../../../support/doubles/fake-access-ports';
import { openAdapter } from '../../../support/onespan/open-onespan-adapter';

const PASSWORD = 'Static-Password-1';
const ORIGIN = { correlationId: 'request', address: '192.0.2.7' };
const POLICY = { method: 'KeywordPassword', keyword: 'otp', delivery: 'sms', reply: 'success' } as const;
const SETTINGS = { method: 'KeywordPassword', keyword: 'otp', delivery: 'sms', limits: { uses: 3, days: 7 } } as const;
const clock = { time: new Date('2026-05-04T10:00:00Z'), now: () => clock.time };

let server: OneSpanServer;
const opened: OpenedGateway[] = [];

beforeAll(async () => {
  server = await startOnespanServer({ clock });
  for (const userId of [JANE.userId, 'john.roe'])
    server.state.accounts.add({
      userId,
      staticPassword: PASSWORD,
      mobile: '+32470123456',
      email: `${userId}@example.org`,
    });
});

afterAll(async () => {
  await Promise.all(opened.map((gateway) => gateway.close()));
  await server.close();
});

beforeEach(async () => {
  await server.faults.clear();
  server.calls.clear();
  server.state.virtual.inbox.length = 0;
  Object.assign(server.state.options, { virtualAuthenticator: POLICY, lockThreshold: 0 });
  Object.assign(account(), { isLocked: false, lockCount: 0, virtualUsesLeft: null, mobile: '+32470123456' });
});

function account(userId = JANE.userId) {
  const found = server.state.accounts.find(userId);
  if (!found) throw new TypeError('no account');
  return found;
}

function authenticator(change: Partial<NonNullable<OneSpanServerConfig['virtualAuthenticator']>> = {}) {
  const gateway = openAdapter(server, [], { virtualAuthenticator: { ...SETTINGS, ...change } });
  opened.push(gateway);
  if (!gateway.virtualAuthenticator) throw new TypeError('no virtual authenticator');
  return gateway.virtualAuthenticator;
}

const lastSent = () => server.state.virtual.inbox.at(-1)?.oneTimePassword ?? '';

describe('a one-time password that the authentication server sends', () => {
  it.each(['Password', 'KeywordPassword', 'PasswordKeyword'] as const)(
    'with the request method %s a one-time password goes to the user’s number, and signs in once',
    async (method) => {
      server.state.options.virtualAuthenticator = { ...POLICY, method };
      const sender = authenticator({ method });
      const key = (await sender.send(JANE, PASSWORD)) ?? '';
      expect(server.state.virtual.inbox).toMatchObject([{ to: '+32470123456', by: 'sms' }]);
      expect(await sender.verify(JANE, key, '000000')).toBe(false);
      expect(await sender.verify(JANE, key, lastSent())).toBe(true);
      expect(await sender.verify(JANE, key, lastSent())).toBe(false);
    },
  );

  it('a challenge that comes with the status of a refusal is one all the same', async () => {
    server.state.options.virtualAuthenticator = { ...POLICY, reply: 'refusal' };
    const sender = authenticator();
    const key = (await sender.send(JANE, PASSWORD)) ?? '';
    expect(await sender.verify(JANE, key, lastSent())).toBe(true);
  });

  it.each([
    ['a wrong password', JANE.userId, 'wrong'],
    ['an unknown user', 'nobody', PASSWORD],
    ['no password', JANE.userId, ''],
    ['control characters', JANE.userId, '\u0001'],
  ])('nothing is sent for %s', async (_what, userId, password) => {
    expect(await authenticator().send({ ...JANE, userId }, password)).toBeNull();
    expect(server.state.virtual.inbox).toEqual([]);
  });

  it.each([
    ['has no number', { mobile: '' }],
    ['has used them all', { virtualUsesLeft: 0 }],
    ['is locked', { isLocked: true }],
  ])('nothing is sent to a user who %s', async (_what, change) => {
    Object.assign(account(), change);
    expect(await authenticator().send(JANE, PASSWORD)).toBeNull();
    expect(server.state.virtual.inbox).toEqual([]);
  });

  it('threat: another’s challenge — a one-time password opens only the account that it was sent for', async () => {
    const sender = authenticator();
    const key = (await sender.send({ ...JANE, userId: 'john.roe' }, PASSWORD)) ?? '';
    expect(await sender.verify(JANE, key, lastSent())).toBe(false);
  });

  it('threat: the password typed in the code’s place — it is not even asked about', async () => {
    const sender = authenticator();
    const key = (await sender.send(JANE, PASSWORD)) ?? '';
    server.calls.clear();
    expect(await sender.verify(JANE, key, PASSWORD)).toBe(false);
    expect(server.calls.count('authUser')).toBe(0);
  });

  it('one that comes after the challenge’s time opens nothing', async () => {
    const sender = authenticator();
    const key = (await sender.send(JANE, PASSWORD)) ?? '';
    clock.time = new Date(clock.time.getTime() + 61 * SECOND);
    expect(await sender.verify(JANE, key, lastSent())).toBe(false);
  });

  it('threat: a policy that takes the password as the request — the password page signs no user in with it', async () => {
    server.state.options.virtualAuthenticator = { ...POLICY, method: 'Password' };
    const gateway = openAdapter(server);
    opened.push(gateway);
    expect(await gateway.people?.users.verifyPassword(JANE.userId, JANE.domain, PASSWORD)).toBeNull();
    server.state.options.virtualAuthenticator = { ...POLICY, method: 'Password', reply: 'refusal' };
    expect(await gateway.people?.users.verifyPassword(JANE.userId, JANE.domain, PASSWORD)).toBeNull();
  });

  it('an answer that is lost on a connection in use sends no second message', async () => {
    const sender = authenticator();
    await sender.send(JANE, PASSWORD);
    server.faults.once('authUser', fault.lostAnswer());
    await expect(sender.send(JANE, PASSWORD)).rejects.toMatchObject({ name: 'GatewayError' });
    expect(server.state.virtual.inbox).toHaveLength(2);
  });

  it('a lost answer is a failure of the gateway, and no verdict', async () => {
    server.faults.once('authUser', fault.lostAnswer());
    await expect(authenticator().send(JANE, PASSWORD)).rejects.toMatchObject({ name: 'GatewayError' });
  });

  it('none is sent where the settings do not say so', () => {
    const gateway = openAdapter(server);
    opened.push(gateway);
    expect(gateway.virtualAuthenticator).toBeNull();
  });
});

describe('a sign-in with it', () => {
  let ports: Awaited<ReturnType<typeof fakeAccess>>;

  beforeEach(async () => {
    ports = await fakeAccess();
  });

  const withSender = () => ({ ...ports, virtualAuthenticator: authenticator() });
  const request = (userId: string, password: string, browser: KnownBrowserId | null = null) =>
    sendOneTimePassword(withSender(), { userId, password }, ORIGIN, browser);
  const enter = (sent: SentOneTimePassword | null, typed: string) =>
    signInWithOneTimePassword(withSender(), sent, typed, ORIGIN, null);
  const events = () => ports.audit.records.map(({ event }) => event.type);

  async function requested(userId = JANE.userId, password = PASSWORD): Promise<SentOneTimePassword> {
    const sent = await request(userId, password);
    if (!sent.ok) throw new Error(sent.refusal);
    return sent.value;
  }

  it('the person is signed in as with a password: what is sent to a number is no second proof', async () => {
    const sent = await requested();
    const code = lastSent();
    const signedIn = await enter(sent, `${code.slice(0, 3)} ${code.slice(3)}`);
    expect(signedIn.ok && Object.keys(signedIn.value.session.proofs)).toEqual(['password']);
    expect(events()).toEqual(['one-time-password-sent', 'sign-in-succeeded']);
  });

  it('threat: user names tried one after the other — every answer is the same, and one message goes out', async () => {
    const [right, wrong, unknown] = [
      await request(JANE.userId, PASSWORD),
      await request(JANE.userId, 'wrong'),
      await request('nobody', PASSWORD),
    ];
    expect([right.ok, wrong.ok, unknown.ok]).toEqual([true, true, true]);
    expect(server.state.virtual.inbox).toHaveLength(1);
    expect(events()).toEqual(['one-time-password-sent', 'sign-in-failed', 'sign-in-failed']);
    for (const sent of [wrong, unknown])
      expect(await enter(sent.ok ? sent.value : null, '123456')).toEqual({ ok: false, refusal: 'invalid-credentials' });
  });

  it('threat: a phone texted on and on — five messages an hour, and the answer stays the same', async () => {
    for (let count = 0; count < 8; count++) expect((await request(JANE.userId, PASSWORD)).ok).toBe(true);
    expect(server.state.virtual.inbox).toHaveLength(5);
    expect((await request(JANE.userId, PASSWORD, 'known' as KnownBrowserId)).ok).toBe(true);
    expect(server.state.virtual.inbox).toHaveLength(5);
    ports.clock.pass(HOUR);
    await request(JANE.userId, PASSWORD);
    expect(server.state.virtual.inbox).toHaveLength(6);
  });

  it('threat: passwords guessed here — they count with those of the sign-in page, and the server hears of ten', async () => {
    for (let count = 0; count < 10; count++) await request(JANE.userId, `wrong-${count}`);
    expect(await request(JANE.userId, PASSWORD)).toEqual({ ok: false, refusal: 'too-many-attempts' });
    expect(server.calls.count('authUser')).toBe(10);
  });

  it('wrong passwords of a stranger use up no message of the person’s', async () => {
    for (let count = 0; count < 9; count++) await request(JANE.userId, 'wrong');
    await request(JANE.userId, PASSWORD, 'known' as KnownBrowserId);
    expect(server.state.virtual.inbox).toHaveLength(1);
  });

  it('threat: a code guessed — five tries for each request, and twenty a day for each person', async () => {
    const sent = await requested();
    for (let count = 0; count < 5; count++)
      expect(await enter(sent, '000000')).toMatchObject({ refusal: 'invalid-credentials' });
    expect(await enter(sent, lastSent())).toEqual({ ok: false, refusal: 'too-many-attempts' });
    for (let round = 0; round < 3; round++) {
      const next = await requested();
      for (let count = 0; count < 5; count++) await enter(next, '000000');
    }
    const last = await requested();
    expect(await enter(last, lastSent())).toEqual({ ok: false, refusal: 'too-many-attempts' });
  });

  it('threat: a browser left behind — after ten minutes it opens nothing', async () => {
    const sent = await requested();
    ports.clock.pass(10 * MINUTE);
    expect(await enter(sent, lastSent())).toEqual({ ok: false, refusal: 'invalid-credentials' });
    expect(await enter(null, lastSent())).toEqual({ ok: false, refusal: 'invalid-credentials' });
  });

  it('threat: all sessions ended meanwhile — what was sent before opens none', async () => {
    const sent = await requested();
    const epochOf = ports.sessions.epochOf.bind(ports.sessions);
    ports.sessions.epochOf = async (user) => {
      const epoch = await epochOf(user);
      await ports.sessions.revokeAll(user.userId, user.domain, null, ports.clock.now());
      return epoch;
    };
    expect(await enter(sent, lastSent())).toEqual({ ok: false, refusal: 'invalid-credentials' });
  });

  it('a request is refused where the server sends none', async () => {
    const none = { ...ports, virtualAuthenticator: null };
    const input = { userId: JANE.userId, password: PASSWORD };
    expect(await sendOneTimePassword(none, input, ORIGIN, null)).toEqual({ ok: false, refusal: 'not-offered' });
  });
});
