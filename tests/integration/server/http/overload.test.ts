import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fetchJson } from '@/lib/phone/fetch-json';
import { untilAnswered } from '@/lib/phone/until-answered';
import { speakLanguages } from '@/lib/shared/language/request-language';
import { createLogger } from '@/lib/server/observability/logger';
import { FrontServer } from '../../../support/servers/front-server';
import { poll } from '@/lib/kit/poll';

const FIRST = '/rest/v2/provisioning/DSAPPSRPGenerateEphemeralKey';

describe('a server that has more to do than it can', () => {
  const lag = { ms: 0 };
  const agent = new Agent({ keepAlive: true, maxSockets: Infinity });
  let server: FrontServer;
  /** What has reached the answerer, by path, and what lets it answer. */
  let reached: string[];
  let refused: string[];
  let answers: Promise<unknown>[];
  let finish: (() => void)[];
  let networks = 0;

  beforeEach(async () => {
    lag.ms = 0;
    networks = 0;
    reached = [];
    refused = [];
    answers = [];
    finish = [];
    const logger = createLogger('silent');
    server = await FrontServer.open(
      [
        async ({ request: { url }, response, path }) => {
          reached.push(path);
          if (url?.endsWith('?at-once') !== true) await new Promise<void>((resolve) => finish.push(resolve));
          response.setHeader('content-type', 'application/json');
          response.end('{}');
        },
      ],
      undefined,
      logger,
      lag,
    );
    const { load } = server;
    const { check } = load;
    vi.spyOn(load, 'check').mockImplementation((exchange) => {
      const refusal = check(exchange);
      if (refusal) refused.push(exchange.path);
      return refusal;
    });
  });

  afterEach(async () => {
    for (const end of finish) end();
    await Promise.all(answers);
    server.close();
  });

  /** @param path answered only when the test ends, unless its query says otherwise */
  const ask = (path: string, method = 'GET', localAddress = '127.0.0.1', sent = {}) =>
    new Promise<{ status: number; retryAfter: string | undefined; body: string }>((resolve, reject) => {
      request(`http://127.0.0.1:${server.port}${path}`, { agent, method, localAddress, headers: sent }, (answer) => {
        const { statusCode: status = 0, headers } = answer;
        text(answer).then((body) => resolve({ status, retryAfter: headers['retry-after'], body }), reject);
      })
        .on('error', reject)
        .end();
    });

  /** So many that wait for their answer, from several networks: one has no more than its share. */
  async function occupy(count: number, path: string): Promise<void> {
    const before = reached.length;
    answers.push(...Array.from({ length: count }, () => ask(path, 'GET', `127.0.0.${2 + (networks++ % 64)}`)));
    await poll('requests to be under way', async () => reached.length === before + count);
  }

  it('threat: an overloaded server refuses new pages and starts at once, and says when to return', async () => {
    await occupy(64, '/activations/new');
    expect(await ask('/activations/new')).toEqual({
      status: 503,
      retryAfter: '2',
      body: expect.stringContaining('will try again by itself'),
    });
    expect(await ask('/activations/new', 'POST')).toMatchObject({ status: 503, retryAfter: '2' });
    expect(reached).toHaveLength(64);
  });

  it('a person reads in their language that the page tries again by itself', async () => {
    speakLanguages();
    await occupy(64, '/activations/new');
    const asked = { accept: 'text/html,*/*;q=0.8', 'accept-language': 'de-CH,de' };
    const { status, body } = await ask('/activations/new', 'GET', '127.0.0.1', asked);
    expect(status).toBe(503);
    expect(body).toContain('<html lang="de">');
    expect(body).toContain('versucht es in ein paar Sekunden von selbst noch einmal');
  });

  it('a phone half way through its activation goes before a new page, and neither takes the other’s place', async () => {
    await occupy(64, '/activations/new');
    expect(await ask('/sign-in?at-once')).toMatchObject({ status: 503 });
    expect(await ask(`${FIRST}?at-once`, 'POST')).toMatchObject({ status: 200 });
    await occupy(128, FIRST);
    expect(await ask(`${FIRST}?at-once`, 'POST')).toMatchObject({ status: 503, retryAfter: '2' });
    await occupy(200, '/rest/v2/provisioning/MdlActivate');
    await occupy(1, '/activations/act-1');
    await occupy(1, '/api/activations/act-1/status');
    for (const end of finish.splice(0, 64)) end();
    await poll('pages to be taken again', async () => (await ask('/sign-in?at-once')).status === 200);
  });

  it('the server accepts work again as soon as there is room', async () => {
    await occupy(64, '/activations/new');
    expect(await ask('/sign-in?at-once')).toMatchObject({ status: 503 });
    for (const end of finish) end();
    await Promise.all(answers);
    await poll('the server to be free again', async () => (await ask('/sign-in?at-once')).status === 200);
  });

  it('the server refuses earlier when its event loop is late, and never because of lag it did not cause', async () => {
    lag.ms = 500;
    expect(await ask('/sign-in?at-once')).toMatchObject({ status: 200 });
    await occupy(16, '/api/activations/act-1/credentials');
    expect(await ask('/sign-in?at-once')).toMatchObject({ status: 503 });
    await occupy(1, '/rest/v2/provisioning/MdlActivate');
    lag.ms = 0;
    await poll('new work to be taken again', async () => (await ask('/sign-in?at-once')).status === 200);
  });

  it('the server refuses new starts before signed-in users wait, and accepts them as the event loop recovers', async () => {
    const session = { cookie: 'tessera.session=x' };
    await occupy(16, '/api/activations/act-1/credentials');
    lag.ms = 60;
    await poll('starts to be refused', async () => (await ask('/activations/new?at-once', 'POST')).status === 503);
    expect(await ask('/activations/new?at-once', 'GET', '127.0.0.1', session)).toMatchObject({ status: 200 });
    await occupy(16, '/api/activations/act-1/credentials');
    expect(await ask('/activations/new?at-once', 'GET', '127.0.0.1', session)).toMatchObject({ status: 503 });
    lag.ms = 0;
    await poll('starts to be taken again', async () => (await ask('/activations/new?at-once', 'POST')).status === 200);
  });

  it('a phone that is refused tries again by itself and gets its answer', async () => {
    await occupy(128, FIRST);
    const url = `http://127.0.0.1:${server.port}${FIRST}?at-once`;
    const phone = untilAnswered(() => fetchJson(url, { method: 'POST' }));
    await poll('the phone to be refused', async () => refused.includes(FIRST));
    for (const end of finish.splice(0)) end();
    expect(await phone).toEqual({ status: 200, json: {} });
  });

  it('a request whose client has gone before its turn is not carried out', async () => {
    lag.ms = 500;
    const gone = connect(server.port, '127.0.0.1');
    await once(gone, 'connect');
    gone.end('GET /gone HTTP/1.1\r\nhost: here\r\n\r\n');
    await once(gone.resume(), 'close');
    expect(await ask('/sign-in?at-once')).toMatchObject({ status: 200 });
    expect(reached).not.toContain('/gone');
  });
});
