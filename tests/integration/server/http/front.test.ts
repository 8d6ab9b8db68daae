import { monitorEventLoopDelay } from 'node:perf_hooks';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import type { Config } from '@/lib/config/config';
import { standardChecks } from '@/lib/server/http/checks/standard-checks';
import { withBody } from '@/lib/server/http/read-body';
import { createLogger } from '@/lib/server/observability/logger';
import { captureLog } from '../../../support/doubles/fake-log';
import { FrontServer } from '../../../support/servers/front-server';

const PUBLIC = 'https://bank.example';

const logger = createLogger('debug');
const log = captureLog(logger);
/** What has reached the answerer behind the front. */
const carriedOut: { path: string; body: string; host: string | undefined }[] = [];
let server: FrontServer;

beforeAll(async () => {
  server = await FrontServer.open(
    [
      async ({ request, response, path, body }) => {
        const again = await text(request.readableEnded ? withBody(request, body) : request);
        carriedOut.push({ path, body: again, host: request.headers.host });
        response.end('done');
      },
    ],
    (port) => {
      const config = {
        publicUrl: PUBLIC,
        isHttps: true,
        host: '127.0.0.1',
        port,
        otherHosts: [],
        legacyPaths: [],
        trustedProxies: 0,
      };
      return standardChecks(config as unknown as Config);
    },
    logger,
  );
});

afterAll(() => server.close());

const SAME = `Host: bank.example\r\nOrigin: ${PUBLIC}\r\n`;

/** @param headers lines, each with its end */
function head(method: string, path: string, headers = 'Host: bank.example\r\n', version = '1.1'): string {
  return `${method} ${path} HTTP/${version}\r\nConnection: close\r\n${headers}\r\n`;
}

function post(path: string, body: string, headers = SAME): string {
  return head('POST', path, `${headers}Content-Length: ${Buffer.byteLength(body)}\r\n`) + body;
}

function chunked(path: string, body: string): string {
  const chunks = body.match(/[^]{1,4096}/g) ?? [];
  const coded = chunks.map((chunk) => `${chunk.length.toString(16)}\r\n${chunk}\r\n`).join('');
  return `${head('POST', path, `${SAME}Transfer-Encoding: chunked\r\n`)}${coded}0\r\n\r\n`;
}

/** What came of a request that must not reach the answerer: its status, and what else is wrong with the answer. */
async function refusal(sent: string): Promise<{ status: number; faults: string[] }> {
  const before = carriedOut.length;
  const { status, headers } = await server.send(sent);
  const faults = [];
  if (carriedOut.length > before) faults.push('it was carried out');
  // Also what the front itself says is a document for a browser that is led here.
  if (headers.get('x-content-type-options') !== 'nosniff') faults.push('its type may be guessed');
  if (!headers.get('content-security-policy')?.includes("frame-ancestors 'none'")) faults.push('it may be framed');
  return { status, faults };
}

function refusedWith(status: number): { status: number; faults: string[] } {
  return { status, faults: [] };
}

function hosts(name: string): string {
  return `Host: ${name}\r\n`;
}

function sendForm(headers: string, path = '/sign-in'): string {
  return post(path, 'a=b', `${hosts('bank.example')}${headers}`);
}

function sendWhenAsked(length: number): string {
  return head('POST', '/', `${SAME}Expect: 100-continue\r\nContent-Length: ${length}\r\n`);
}

describe('a body', () => {
  test.each([
    ['/sign-in', 64],
    ['/api/auth/callback/credentials', 16],
    ['/rest/v2/provisioning/MdlActivate', 16],
    ['/authenticator/forged-images', 16],
  ])('threat: work made by size — to %s has at most %d kB, whether it says so or not', async (path, kilobytes) => {
    const longest = 'x'.repeat(kilobytes * 1_024);
    for (const sent of [post(path, longest), chunked(path, longest)]) {
      expect((await server.send(sent)).status).toBe(200);
      expect(carriedOut.at(-1)?.body).toBe(longest);
    }
    expect(await refusal(post(path, `${longest}x`))).toEqual(refusedWith(413));
    expect(await refusal(chunked(path, `${longest}x`))).toEqual(refusedWith(413));
  });

  it('threat: work made by size — of 10 MB is refused from its headers, while the event loop turns', async () => {
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const announced = `${SAME}Content-Length: 10500000\r\nContent-Type: application/json\r\n`;
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        server.send(`${head('POST', '/api/auth/callback/credentials', announced)}${'[['.repeat(100_000)}`),
      ),
    );
    delay.disable();
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([413]));
    expect(delay.max / 1e6).toBeLessThan(500);
  });

  it('threat: held connections — that never comes whole ends its connection', async () => {
    const { node } = server.server;
    expect(node.requestTimeout).toBeLessThanOrEqual(15_000);
    const slow = await FrontServer.open([() => Promise.resolve()]);
    slow.server.node.requestTimeout = slow.server.node.headersTimeout = 1_000;
    for (const began of [head('POST', '/', `${SAME}Content-Length: 10\r\n`), 'GET / HTT', 'GET / HTTP/1.1\r\nHost: '])
      expect((await slow.send(began)).status).toBe(408);
    slow.close();
  });

  it('a body that waits to be asked for is asked for, and not when it would be refused', async () => {
    expect((await server.send(sendWhenAsked(5), 'hello')).status).toBe(200);
    expect(carriedOut.at(-1)?.body).toBe('hello');
    expect(await refusal(sendWhenAsked(100_000))).toEqual(refusedWith(413));
  });

  it('a body is accepted with POST only', async () => {
    expect(await refusal(`${head('GET', '/', 'Host: bank.example\r\nContent-Length: 3\r\n')}abc`)).toEqual(
      refusedWith(400),
    );
  });
});

describe('a target', () => {
  test.each([
    ['that is no UTF-8', 'GET', '/%ff', 400],
    ['cut off in the middle of a character', 'GET', '/%', 400],
    ['with a zero byte', 'GET', '/%00', 400],
    ['with a line break', 'GET', '/a%0d%0ab', 400],
    ['of another host', 'GET', '//elsewhere.example/', 400],
    ['of another host for some browsers', 'GET', '/\\elsewhere.example', 400],
    ['for a proxy', 'GET', 'http://bank.example/', 400],
    ['of 4 kB', 'GET', `/${'a'.repeat(4_096)}`, 414],
    ['of 20 kB', 'GET', `/${'a'.repeat(20_000)}`, 431],
    ['that scales images', 'GET', '/_next/image?url=%2Ficon.png&w=640&q=75', 404],
    ['of a page that Next.js makes', 'GET', '/_global-error', 404],
    ['that is the server', 'OPTIONS', '*', 405],
    ['for OPTIONS', 'OPTIONS', '/', 405],
    ['for TRACE', 'TRACE', '/', 405],
    ['for PUT', 'PUT', '/', 405],
    ['for DELETE', 'DELETE', '/', 405],
    ['for what no parser knows', 'BREW', '/', 400],
  ])('%s is refused', async (_name, method, target, status) => {
    expect(await refusal(head(method, target))).toEqual(refusedWith(status));
  });

  test.each(['/', '/sign-in?next=%2F', '/a%20b', '/%C3%A9', '/activations/%2e%2e'])('%s passes', async (target) => {
    expect((await server.send(head('GET', target))).status).toBe(200);
  });
});

describe('a host', () => {
  test.each(['elsewhere.example', 'bank.example:8443', 'bank.example.elsewhere.example', '', '127.0.0.1', '[', 'a b'])(
    'threat: links that lead elsewhere — a host that is none of the site’s names is refused: %s',
    async (name) => {
      expect(await refusal(head('GET', '/', hosts(name)))).toEqual(refusedWith(421));
    },
  );

  it('a missing or repeated host is refused', async () => {
    expect(await refusal(head('GET', '/', ''))).toEqual(refusedWith(400));
    expect(await refusal(head('GET', '/', '', '1.0'))).toEqual(refusedWith(400));
    expect(await refusal(head('GET', '/', `${hosts('bank.example')}${hosts('elsewhere.example')}`))).toEqual(
      refusedWith(400),
    );
  });

  it('a host of this machine is accepted from this machine', async () => {
    const local = ['127.0.0.1', 'localhost'].map((name) => `${name}:${server.port}`);
    for (const name of ['bank.example', 'BANK.example', 'bank.example:443', ...local])
      expect((await server.send(head('GET', '/', hosts(name)))).status).toBe(200);
  });

  it.each(['/api/health', '/api/health/live', '/api/health/started', '/api/health/ready'])(
    'a health check of %s may have any host',
    async (path) => {
      expect((await server.send(head('GET', path, hosts('10.0.0.7:3000')))).status).toBe(200);
    },
  );

  it('a health check by HTTP/1.0 may have no host, and no other request may', async () => {
    expect((await server.send(head('GET', '/api/health', '', '1.0'))).status).toBe(200);
    expect(carriedOut.at(-1)).toMatchObject({ path: '/api/health', host: 'bank.example' });
    for (const path of ['/', '/api/healthy', '/api/health/', '/api/health/live/', '/api/metrics', '//api/health'])
      expect(await refusal(head('GET', path, '', '1.0'))).toEqual(refusedWith(400));
    expect(await refusal(head('GET', '/api/health', '', '1.1'))).toEqual(refusedWith(400));
    const twice = `${hosts('bank.example')}${hosts('elsewhere.example')}`;
    expect(await refusal(head('GET', '/api/health', twice, '1.0'))).toEqual(refusedWith(400));
  });

  it('threat: links that lead elsewhere — the host of an untrusted proxy is ignored, and logged once', async () => {
    const sent = head(
      'GET',
      '/',
      `${hosts('bank.example')}X-Forwarded-Host: elsewhere.example\r\nX-Forwarded-For: 192.0.2.1\r\n`,
    );
    for (let count = 0; count < 3; count++) expect((await server.send(sent)).status).toBe(200);
    expect(carriedOut.at(-1)?.host).toBe('bank.example');
    expect(log.filter((line) => line.includes('TESSERA_TRUSTED_PROXIES'))).toHaveLength(1);
  });
});

describe('a form', () => {
  test.each([
    '',
    'Origin: https://elsewhere.example\r\n',
    'Origin: http://bank.example\r\n',
    'Origin: https://bank.example.elsewhere.example\r\n',
    'Origin: null\r\n',
    'Origin: no address\r\n',
    `Origin: ${PUBLIC}\r\nSec-Fetch-Site: cross-site\r\n`,
    `Origin: ${PUBLIC}\r\nSec-Fetch-Site: same-site\r\n`,
  ])('threat: forms of other websites — a form is refused with %j', async (headers) => {
    for (const path of ['/sign-in', '/api/auth/signout', '/api/audit/verification'])
      expect(await refusal(sendForm(headers, path))).toEqual(refusedWith(403));
  });

  it('a form of this site is taken', async () => {
    expect((await server.send(sendForm(`Origin: ${PUBLIC}\r\nSec-Fetch-Site: same-origin\r\n`))).status).toBe(200);
    // Behind a proxy that puts its own name into Host.
    const proxied = `Host: 127.0.0.1:${server.port}\r\nOrigin: ${PUBLIC}\r\n`;
    expect((await server.send(post('/sign-in', 'a=b', proxied))).status).toBe(200);
    expect(carriedOut.at(-1)?.host).toBe('bank.example');
  });

  it('a phone’s call has no origin check, since it comes from no page', async () => {
    expect((await server.send(sendForm('', '/rest/v2/provisioning/MdlActivate'))).status).toBe(200);
    expect(
      await refusal(sendForm('Origin: https://elsewhere.example\r\n', '/rest/v2/provisioning/MdlActivate')),
    ).toEqual(refusedWith(403));
  });
});

describe('a request that is no proper HTTP', () => {
  test.each([
    ['two lengths', `${SAME}Content-Length: 3\r\nContent-Length: 4\r\n`],
    ['a length and chunks', `${SAME}Content-Length: 3\r\nTransfer-Encoding: chunked\r\n`],
    ['a length that is none', `${SAME}Content-Length: 3x\r\n`],
    ['another coding', `${SAME}Transfer-Encoding: chunked, gzip\r\n`],
    ['a folded header', `${SAME}X-A: b\r\n c\r\n`],
    ['a space before the colon', `${SAME}X-A : b\r\n`],
  ])('threat: two readings of one request — with %s is refused', async (_name, headers) => {
    expect(await refusal(`${head('POST', '/', headers)}abc`)).toEqual(refusedWith(400));
  });

  it('a request with headers of more than 16 kB is refused', async () => {
    expect(await refusal(head('GET', '/', `${SAME}X-A: ${'a'.repeat(17_000)}\r\n`))).toEqual(refusedWith(431));
  });
});

test('an upgrade is answered as an ordinary request', async () => {
  const sent = head('GET', '/', 'Host: bank.example\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n');
  expect(
    (await server.send(sent.replace('Connection: close\r\n', '').replace('Upgrade\r\n\r\n', 'Upgrade, close\r\n\r\n')))
      .status,
  ).toBe(200);
});

test('a phone is refused in its own format', async () => {
  const { body, headers } = await server.send(
    post('/rest/v2/provisioning/MdlActivate', 'x'.repeat(20_000), 'Host: bank.example\r\n'),
  );
  expect(headers.get('content-type')).toBe('application/json');
  expect(JSON.parse(body)).toMatchObject({ resultCodes: { returnCode: -1 } });
});

test('each refusal is one line of the log with the reason and no data of the request', () => {
  const refusals = log.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'a request was refused');
  expect(new Set(refusals.map(({ level }) => level))).toEqual(new Set([20]));
  expect(new Set(refusals.map(({ code }) => code))).toEqual(
    new Set([
      'body-too-long',
      'unexpected-body',
      'malformed-target',
      'target-too-long',
      'not-ours',
      'method-not-allowed',
      'unknown-host',
      'unclear-host',
      'foreign-origin',
    ]),
  );
  expect(log.join()).not.toContain('elsewhere.example');
});

test('a site that is starting says so, and for how long', async () => {
  const starting = await FrontServer.open(null);
  const { status, headers } = await starting.send(head('GET', '/'));
  expect([status, headers.get('retry-after'), headers.get('x-content-type-options')]).toEqual([503, '2', 'nosniff']);
  starting.close();
});
