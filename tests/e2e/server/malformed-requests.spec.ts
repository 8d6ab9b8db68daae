import { expect } from '@playwright/test';
import * as fc from 'fast-check';
import { builtActions } from '../../support/build-surface';
import { alarmsIn } from '../../support/servers/alarms-in';
import { exchange, type Sent } from '../../support/servers/http-exchange';
import { rounds } from '../../support/rounds';
import { HANG_MS } from '@/lib/kit/poll';
import { Server } from '@/lib/kit/server/server';
import { HOUR } from '@/lib/shared/time/duration';
import { test } from '../fixtures/test';

const FORM = 'application/x-www-form-urlencoded';
const FLIGHT = 'text/plain;charset=UTF-8';
const MULTIPART = 'multipart/form-data; boundary=x';
const PICTURE = '/authenticator/icon-180.png';
const ROUNDS = rounds(96, 400);
const AT_A_TIME = 8;

// One server for both, whose log nobody else writes to.
test.describe.configure({ mode: 'default' });

let server: Server;

test.beforeAll(async ({ template }) => {
  test.setTimeout(2 * HANG_MS);
  server = await Server.start({ template });
});

test.afterAll(() => server.dispose());

const KNOWN = builtActions().find(({ name }) => name === 'startPhoneSignInAction')?.id ?? '';

function part(name: string, value: string): string {
  return `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
}

function call(contentType: string, body: string): Sent {
  const headers = { 'next-action': KNOWN, 'content-type': contentType };
  return { method: 'POST', path: '/sign-in/phone', headers, body };
}

function form(path: string, contentType: string, body: string): Sent {
  return { method: 'POST', path, headers: { 'content-type': contentType }, body };
}

const MALFORMED: Record<string, Sent> = {
  'a form that is none': form('/sign-in', 'multipart/form-data', 'abc'),
  'a form without its end': form('/sign-in', MULTIPART, part('a', 'b')),
  'a form of nothing': form('/sign-in', MULTIPART, 'junk'),
  'an action that is not there': form('/sign-in', MULTIPART, `${part(`$ACTION_ID_${'a'.repeat(42)}`, '')}--x--\r\n`),
  'an action that is described by junk': form(
    '/sign-in',
    MULTIPART,
    `${part('$ACTION_REF_1', '')}${part('$ACTION_1:0', 'junk')}--x--\r\n`,
  ),
  'an action by a name that is none': {
    ...call(FLIGHT, '[]'),
    headers: { 'next-action': 'x', 'content-type': FLIGHT },
  },
  'arguments that are missing': call(FLIGHT, '["$9"]'),
  'arguments that are cut off': call(FLIGHT, '[['),
  'arguments that lie 60,000 deep': call(FLIGHT, '['.repeat(60_000)),
  'arguments that reach for a prototype': call(FLIGHT, '["$1:__proto__:then"]'),
  'arguments that are no list': call(MULTIPART, `${part('0', '5')}--x--\r\n`),
  'arguments in a form that is cut off': call(MULTIPART, part('0', '["$K1"]').trimEnd()),
  'arguments in a form without names': call(MULTIPART, '--x\r\nFoo: form-data\r\n\r\n["$K1"]\r\n--x--\r\n'),
  'no arguments': call(MULTIPART, '--x--\r\n'),
  'a form for a picture': form(PICTURE, FORM, 'a=b'),
  'credentials in an address': { method: 'GET', path: '/api/auth/callback/credentials?userId=jane.doe&password=x' },
  'a sign-in of half a JSON': form('/api/auth/callback/credentials', 'application/json', '{'),
  'a sign-in of deep JSON': form('/api/auth/callback/credentials', 'application/json', '['.repeat(16_000)),
  'a return to no address': { method: 'GET', path: '/api/auth/csrf?callbackUrl=http%3A%2F%2F' },
  'a return to no address behind one to another': {
    method: 'GET',
    path: '/api/auth/csrf?callbackUrl=%2F&callbackUrl=http%3A%2F%2F',
  },
  'a return to no address, in a form': form('/api/auth/callback/credentials', FORM, 'callbackUrl=http%3A%2F%2F'),
  'a return to no address, kept in a cookie': {
    method: 'GET',
    path: '/api/auth/csrf',
    headers: { cookie: 'tessera.callback=http://' },
  },
  'a page that only Next.js asks for': { method: 'GET', path: '/_global-error' },
  'a trace': { method: 'TRACE', path: '/' },
  'an address that is no UTF-8': { method: 'GET', path: '/%ff' },
  'a part of a page, from a place that is none': {
    method: 'GET',
    path: '/sign-in.segments/_tree.segment.rsc',
    headers: { 'next-router-state-tree': '[]', 'next-router-prefetch': '1' },
  },
  'a file of another version': { method: 'GET', path: PICTURE, headers: { 'if-match': '"x"' } },
  'a file from before there was any': {
    method: 'GET',
    path: PICTURE,
    headers: { 'if-unmodified-since': 'Thu, 01 Jan 1970 00:00:00 GMT' },
  },
};

/** Sends it as a page of this site would. */
function send(sent: Sent) {
  return exchange(server.url, { ...sent, headers: { origin: server.url, ...sent.headers } });
}

test('threat: alarms at will — what a client malforms is its own mistake, and one quiet line of the log', async () => {
  const before = server.output.length;
  for (const [name, sent] of Object.entries(MALFORMED)) {
    const { status, headers } = await send(sent);
    expect.soft(status, name).toBeGreaterThanOrEqual(400);
    expect.soft(status, name).toBeLessThan(500);
    expect.soft(headers['x-content-type-options'], name).toBe('nosniff');
    expect.soft(headers['content-security-policy'], name).toContain("frame-ancestors 'none'");
  }
  await test.step('in the headers of a page’s navigation', async () => {
    const asked = { method: 'GET', path: '/sign-in', headers: { rsc: '1', 'next-router-state-tree': '%ff' } };
    const { headers } = await send(asked);
    const path = headers.location ?? '/sign-in';
    expect.soft((await send({ ...asked, path })).status).toBe(400);
  });
  await test.step('in a range of a file', async () => {
    const headers = { range: 'bytes=9999999-' };
    expect.soft((await send({ method: 'GET', path: PICTURE, headers })).status).toBe(200);
  });
  expect.soft(alarmsIn(server.output.slice(before))).toEqual([]);
});

test('threat: alarms at will — half a character, which no UTF-8 holds, is no failure of any action', async () => {
  const before = server.output.length;
  // So that no limit on attempts, used up by a test before, answers in an action's place.
  server.clock.advance(HOUR);
  for (const { id, name, pages } of builtActions()) {
    const path = (pages[0] ?? '/').replaceAll(/\[[^\]]+\]/g, '0');
    for (const body of [String.raw`["x\udfff"]`, String.raw`["x\udfff","x\udfff"]`, String.raw`[null,"x\udfff"]`]) {
      const headers = { 'next-action': id, 'content-type': FLIGHT };
      expect.soft((await send({ method: 'POST', path, headers, body })).status, name).toBeLessThan(500);
    }
  }
  expect.soft(alarmsIn(server.output.slice(before))).toEqual([]);
});

test('threat: alarms at will — nothing that a hostile client thinks of is answered as a failure', async () => {
  const before = server.output.length;
  const bytes = fc.oneof(
    fc.string({ maxLength: 60, unit: 'binary-ascii' }),
    fc.json({ maxDepth: 4 }),
    fc.constantFrom(
      '',
      '[]',
      '{}',
      '["$K1"]',
      '["$@1"]',
      '["$F1"]',
      '"$undefined"',
      `${part('0', '["$K1"]')}--x--\r\n`,
    ),
    fc
      .array(
        fc.tuple(fc.constantFrom('0', '1', '1_a', '$ACTION_REF_1', '$ACTION_1:0', '$ACTION_KEY', 'a'), fc.string()),
        { maxLength: 4 },
      )
      .map((fields) => `${fields.map(([name, value]) => part(name, value)).join('')}--x--\r\n`),
  );
  const paths = fc.oneof(
    fc.constantFrom(
      '/',
      '/sign-in',
      '/sign-in/phone',
      '/activations/new',
      '/not-me',
      '/lost-phone',
      '/lost-phone/case',
      '/invitation',
      '/authenticator',
      '/helpdesk',
    ),
    fc
      .constantFrom('csrf', 'session', 'signin', 'signout', 'callback/credentials', 'callback/phone', 'error', '_log')
      .map((name) => `/api/auth/${name}`),
    fc.constantFrom(
      '/api/health',
      '/api/activations/x/status',
      '/api/audit/records',
      '/rest/v2/provisioning/MdlAddDevice',
      '/authenticator/forged-images',
      '/authenticator/check/reports',
      PICTURE,
      '/sign-in.segments/_tree.segment.rsc',
      '/.well-known/tessera-image-keys.json',
    ),
    fc.webPath().map((path) => `/${path.replace(/^\/+/, '')}`),
  );
  const query = fc.oneof(
    { weight: 3, arbitrary: fc.constant('') },
    fc.webQueryParameters().map((text) => `?${text}`),
    fc.constantFrom('?after=%ff', '?callbackUrl=%00', '?next=//x', '?_rsc=1', '?nxtPactivationId=a', '?error=%0a'),
  );
  const value = fc.oneof(
    fc.stringMatching(/^[\x21-\x7e]{0,40}$/),
    fc.constantFrom('1', KNOWN, '%ff', '[]', '%5B%22%22%2C%7B%7D%5D'),
  );
  const headers = fc.dictionary(
    fc.constantFrom(
      'rsc',
      'next-action',
      'next-router-state-tree',
      'next-router-prefetch',
      'next-router-segment-prefetch',
      'next-url',
      'next-resume',
      'cookie',
      'accept',
      'accept-encoding',
      'accept-language',
      'range',
      'if-match',
      'if-none-match',
      'if-modified-since',
      'if-unmodified-since',
      'authorization',
      'x-forwarded-host',
      'x-forwarded-proto',
      'x-forwarded-for',
      'x-middleware-subrequest',
      'x-matched-path',
      'x-nextjs-data',
      'user-agent',
      'referer',
    ),
    value,
    { maxKeys: 4 },
  );
  const type = fc.constantFrom(
    FORM,
    FLIGHT,
    MULTIPART,
    'multipart/form-data',
    'application/json',
    'text/x-component',
    'junk',
  );
  const requests = fc.record({
    method: fc.constantFrom('GET', 'HEAD', 'POST', 'POST', 'POST', 'PUT', 'OPTIONS'),
    path: fc.tuple(paths, query).map((both) => both.join('')),
    headers: fc.tuple(headers, type).map(([some, contentType]) => Object.assign(some, { 'content-type': contentType })),
    body: bytes,
  });
  await fc.assert(
    fc.asyncProperty(fc.array(requests, { minLength: AT_A_TIME, maxLength: AT_A_TIME }), async (batch) => {
      const answers = await Promise.all(
        batch.map(async (sent) => {
          const { status } = await send(sent.method === 'POST' ? sent : { ...sent, body: '' });
          return { status, sent };
        }),
      );
      expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
    }),
    { numRuns: ROUNDS / AT_A_TIME },
  );
  expect((await fetch(`${server.url}/api/health`)).status).toBe(200);
  // Of all that it sends, what it forwards is the operator's business, and is told once.
  const [forwarding = '', ...alarms] = alarmsIn(server.output.slice(before));
  expect(forwarding).toMatch(/^$|TESSERA_TRUSTED_PROXIES/);
  expect(alarms).toEqual([]);
});
