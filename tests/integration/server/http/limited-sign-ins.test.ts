import { createHash } from 'node:crypto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CountingRateLimiter } from '@/lib/accounts/sign-in/counting-rate-limiter';
import { type KnownBrowserId, RememberingKnownNetworks } from '@/lib/accounts/sign-in/known-networks';
import { signIn } from '@/lib/accounts/sign-in/sign-in';
import { createMetrics } from '@/lib/server/observability/metrics';
import { MINUTE, SECOND } from '@/lib/shared/time/duration';
import { knownBrowserIn } from '@/lib/server/web/sessions/known-browser-cookie';
import { KnownBrowsers } from '@/lib/server/web/sessions/known-browsers';
import { limitedSignInAnswerer } from '@/lib/server/web/sessions/limited-sign-in-answerer';
import { fakeAccess, JANE } from '../../../support/doubles/fake-access-ports';
import { FrontServer, type RawAnswer } from '../../../support/servers/front-server';
import { MemoryKnownNetworks } from '../../../support/doubles/stores/memory-known-networks';
import { MemoryRateLimitStore } from '../../../support/doubles/stores/memory-rate-limiter';

const SECRET = 's'.repeat(32);
const TOKEN = 'a'.repeat(64);
const CSRF = `tessera.csrf=${TOKEN}%7C${createHash('sha256').update(`${TOKEN}${SECRET}`).digest('hex')}`;
const LIMITED = 'http://bank.example/api/auth/error?error=too-many-attempts';

let access: Awaited<ReturnType<typeof fakeAccess>>;
let store: MemoryRateLimitStore;
let known: Parameters<typeof limitedSignInAnswerer>[0];
let server: FrontServer;
/** User IDs of the sign-ins that went on to Next.js. */
let reached: string[];

beforeEach(async () => {
  access = await fakeAccess();
  store = new MemoryRateLimitStore(access.clock);
  access.rateLimiter = new CountingRateLimiter(store, access.clock);
  access.knownNetworks = new RememberingKnownNetworks(new MemoryKnownNetworks(), access.clock);
  const config = { publicUrl: 'http://bank.example', isHttps: false } as typeof known.config;
  known = {
    config,
    sessionSecret: SECRET,
    accounts: { ...access, gatewayPasswords: null, gatewayPins: null, passwordSync: null, virtualAuthenticator: null },
    metrics: createMetrics(),
  };
  reached = [];
  server = await FrontServer.open([limitedSignInAnswerer(known), behind]);
});

afterEach(() => server.close());

/** What Next.js and next-auth come to in the end. */
async function behind({ request, response, address, body }: Parameters<ReturnType<typeof limitedSignInAnswerer>>[0]) {
  const { userId = '', password = '' } = Object.fromEntries(new URLSearchParams(body.toString()));
  reached.push(userId);
  const browser: KnownBrowserId | null = knownBrowserIn(known, request.headers.cookie ?? null, userId);
  const result = await signIn(access, { userId, password }, { correlationId: 'request', address }, browser);
  response.end(result.ok ? 'signed-in' : result.refusal);
}

type Sent = { password?: string; cookie?: string; token?: string; more?: string };

function send(userId: string, { password = 'wrong', cookie = CSRF, token = TOKEN, more = 'json=true' }: Sent = {}) {
  const body = `${new URLSearchParams({ csrfToken: token, userId, password })}&${more}`;
  const headers = `Host: bank.example\r\nConnection: close\r\nCookie: ${cookie}\r\n`;
  const type = `Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n`;
  return server.send(`POST /api/auth/callback/credentials HTTP/1.1\r\n${headers}${type}\r\n${body}`);
}

/** @returns the last answer */
async function guess(userId: string, times: number, sent: Sent = {}): Promise<RawAnswer> {
  for (let count = 1; count < times; count++) await send(userId, sent);
  return send(userId, sent);
}

/** Lasting parts of an answer. */
function told({ status, headers, body }: RawAnswer) {
  const kept = [...headers].filter(([name]) => name !== 'date' && name !== 'content-security-policy');
  return { status, headers: Object.fromEntries(kept), body };
}

test('threat: a flood of limited sign-ins: none reaches Next.js, the database or the audit log, and all are counted', async () => {
  expect((await guess('jane.doe', 11)).body).toBe('too-many-attempts');
  const records = access.audit.records.length;
  const asked = vi.spyOn(store, 'take');
  const { status, headers, body } = await guess('Jane.Doe ', 100, { password: JANE.password });
  expect({ status, body: JSON.parse(body) as unknown }).toEqual({ status: 401, body: { url: LIMITED } });
  expect(headers.get('content-type')).toBe('application/json');
  expect(reached).toHaveLength(11);
  expect(asked).not.toHaveBeenCalled();
  expect(access.audit.records).toHaveLength(records);
  const counted = await known.metrics.registry.metrics();
  expect(counted).toContain('tessera_sign_ins_total{outcome="too-many-attempts"} 100');
  await access.rateLimiter.flush();
  access.clock.pass(15 * MINUTE + 1);
  expect(await access.rateLimiter.takeEnded(access.clock.now())).toMatchObject([{ attempts: 101 }]);
});

test('a form that no script has sent is led to the page that says so', async () => {
  const { status, headers, body } = await guess('jane.doe', 12, { more: '' });
  expect({ status, location: headers.get('location'), body }).toEqual({ status: 302, location: LIMITED, body: '' });
});

test('threat: an oracle: who exists and who does not are answered alike, from the same attempt on', async () => {
  const answers = [];
  for (const userId of ['jane.doe', 'nobody']) {
    const before = reached.length;
    answers.push({ answer: told(await guess(userId, 12)), reached: reached.length - before });
  }
  expect(answers[0]).toEqual(answers[1]);
  expect(answers[0]).toMatchObject({ answer: { status: 401 }, reached: 11 });
});

test('threat: a lock-out: in a browser that the user signed in with before, the right password still opens a session', async () => {
  await guess('jane.doe', 15);
  const browser = new KnownBrowsers(SECRET).add(undefined, JANE, access.clock.now());
  const cookie = `${CSRF}; tessera.known=${browser}`;
  expect((await send('jane.doe', { password: JANE.password, cookie })).body).toBe('signed-in');
  expect((await guess('jane.doe', 11, { cookie })).body).toBe('too-many-attempts');
  expect((await send('jane.doe', { cookie })).body).toContain(LIMITED);
});

test('threat: a lock-out: from a network that the user signed in from, the right password still opens a session', async () => {
  for (let count = 0; count < 12; count++)
    await signIn(access, { userId: 'jane.doe', password: 'wrong' }, { correlationId: 'request', address: '192.0.2.1' });
  await access.knownNetworks.remember(JANE, '127.0.0.1', access.clock.now());
  expect((await send('jane.doe', { password: JANE.password })).body).toBe('signed-in');
  expect((await guess('jane.doe', 11)).body).toBe('too-many-attempts');
  expect((await send('jane.doe')).body).toContain(LIMITED);
});

test('threat: a flood of names: a network over its limit is refused at once, for any name', async () => {
  for (let count = 0; count <= 60; count++) await send(`person.${count}`);
  expect((await send('somebody.else')).status).toBe(401);
  expect(reached).toHaveLength(61);
});

test('a cached refusal lasts ten seconds, so that another replica’s refund takes effect', async () => {
  await guess('jane.doe', 15);
  access.clock.pass(10 * SECOND);
  expect((await send('jane.doe')).body).toBe('too-many-attempts');
  access.clock.pass(15 * MINUTE);
  expect((await send('jane.doe', { password: JANE.password })).body).toBe('signed-in');
});

test.each<[string, Sent]>([
  ['another token than its cookie has', { token: 'b'.repeat(64) }],
  ['no cookie', { cookie: 'other=1' }],
  ['a cookie that was not made here', { cookie: CSRF.replace(/.$/, '*') }],
  ['a user ID that no account has room for', { more: `userId=${'j'.repeat(300)}` }],
  ['two user IDs, of which the last one counts', { more: 'userId=john.roe' }],
])('a request with %s is left to next-auth', async (_what, sent) => {
  await guess('jane.doe', 12);
  await send('jane.doe', sent);
  expect(reached).toHaveLength(12);
});
