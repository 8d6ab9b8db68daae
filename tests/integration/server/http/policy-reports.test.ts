import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Config } from '@/lib/config/config';
import { standardChecks } from '@/lib/server/http/checks/standard-checks';
import { POLICY_REPORTS_PATH } from '@/lib/server/http/security-headers';
import { createLogger } from '@/lib/server/observability/logger';
import { createMetrics } from '@/lib/server/observability/metrics';
import { routeNames } from '@/lib/server/observability/traces/route-names';
import { HOUR, MINUTE } from '@/lib/shared/time/duration';
import { policyReportAnswerer } from '@/lib/server/web/answers/policy-report-answerer';
import { FakeClock } from '../../../support/doubles/fake-clock';
import { captureLog } from '../../../support/doubles/fake-log';
import { FrontServer } from '../../../support/servers/front-server';

const clock = new FakeClock();
const metrics = createMetrics();
const logger = createLogger('info');
const log = captureLog(logger);
let server: FrontServer;

beforeAll(async () => {
  const answerer = policyReportAnswerer({ metrics, logger }, clock, routeNames(['/sign-in', '/invitation/[token]']));
  const config = {
    publicUrl: 'https://bank.example',
    isHttps: true,
    host: '127.0.0.1',
    otherHosts: [],
    legacyPaths: [],
  };
  server = await FrontServer.open([answerer], (port) => standardChecks({ ...config, port } as unknown as Config));
});

afterAll(() => server.close());

beforeEach(() => {
  clock.pass(2 * HOUR);
  metrics.policyViolations.reset();
  log.length = 0;
});

/** As a browser's reporting does: without a cookie, and without an origin. */
async function send(reports: unknown, { method = 'POST', type = 'application/reports+json' } = {}): Promise<number> {
  const body = method === 'POST' ? (typeof reports === 'string' ? reports : JSON.stringify(reports)) : '';
  const head = `${method} ${POLICY_REPORTS_PATH} HTTP/1.1\r\nHost: bank.example\r\nConnection: close\r\n`;
  const length = `Content-Type: ${type}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n`;
  return (await server.send(`${head}${length}${body}`)).status;
}

function report(changed: Record<string, unknown> = {}) {
  const body = {
    documentURL: 'https://bank.example/sign-in?userId=jane.doe#secret',
    effectiveDirective: 'connect-src',
    blockedURL: 'https://evil.example/steal?what=secret',
    sourceFile: 'https://bank.example/_next/static/chunks/main.js?secret',
    lineNumber: 7,
    sample: 'a secret',
    ...changed,
  };
  return { type: 'csp-violation', age: 10, url: body.documentURL, user_agent: 'a browser', body };
}

async function counted(): Promise<Record<string, number>> {
  const { values } = await metrics.policyViolations.get();
  return Object.fromEntries(values.map(({ labels, value }) => [`${labels.directive} by ${labels.by}`, value]));
}

const logged = () => log.map((line) => JSON.parse(line) as Record<string, unknown>);

describe('reports of violations of the pages’ policy', () => {
  it('a report of either kind is counted, and named in the log by page, host and file', async () => {
    expect(await send([report()])).toBe(204);
    const old = {
      'document-uri': 'https://bank.example/sign-in?secret',
      'violated-directive': 'style-src-attr',
      'blocked-uri': 'inline',
      'source-file': 'moz-extension://0123/content.js',
    };
    expect(await send({ 'csp-report': old }, { type: 'application/csp-report' })).toBe(204);
    expect(await counted()).toEqual({ 'connect-src by page': 1, 'style-src-attr by extension': 1 });
    expect(logged()).toMatchObject([
      {
        directive: 'connect-src',
        page: '/sign-in',
        blocked: 'evil.example',
        source: '/_next/static/chunks/main.js',
        line: 7,
      },
    ]);
  });

  it('threat: a report’s addresses and samples hold secrets — the log has templates, hosts and words of a list alone', async () => {
    const own = 'https://bank.example/invitation/secret';
    await send([
      report({ documentURL: own, blockedURL: own, sourceFile: own }),
      report({ documentURL: 'https://bank.example/secret', effectiveDirective: 'secret', blockedURL: 'secret' }),
      report({ blockedURL: 'data:secret', sourceFile: 'https://user:secret@cdn.example/secret.js' }),
      report({ blockedURL: 'trusted-types-sink', sourceFile: 7, lineNumber: 'secret' }),
    ]);
    expect(log.join('')).not.toContain('secret');
    expect(logged()).toMatchObject([
      { page: '/invitation/[token]', blocked: 'self', source: 'page' },
      { page: 'other', directive: 'other', blocked: 'other' },
      { blocked: 'data:', source: 'elsewhere' },
      { blocked: 'trusted-types-sink', source: 'page', line: null },
    ]);
    expect(await counted()).toEqual({ 'connect-src by page': 3, 'other by page': 1 });
  });

  it('threat: a stranger floods the log with reports — posts of a network and lines of an hour are limited', async () => {
    const many = (from: number) =>
      Array.from({ length: 20 }, (_, index) => report({ blockedURL: `https://${from + index}.example/` }));
    for (let post = 0; post < 20; post += 1) expect(await send(many(20 * post))).toBe(204);
    expect(await send([report()])).toBe(429);
    expect(await counted()).toEqual({ 'connect-src by page': 400 });
    expect(log).toHaveLength(50);
    clock.pass(MINUTE);
    expect(await send([report()])).toBe(204);
    expect(log).toHaveLength(50);
    clock.pass(HOUR);
    for (let time = 0; time < 2; time += 1) await send([report()]);
    expect(log).toHaveLength(51);
  });

  it('what is no report is refused, and too long a one is not read', async () => {
    for (const body of ['', '{', 'null', '[1]', '{"csp-report":1}', '[{"type":"deprecation","body":{}}]'])
      expect(await send(body)).toBe(400);
    expect(await send(Array.from({ length: 100 }, () => report()))).toBe(413);
    expect(await send('', { method: 'GET' })).toBe(405);
    expect(await counted()).toEqual({});
    expect(log).toEqual([]);
  });
});
