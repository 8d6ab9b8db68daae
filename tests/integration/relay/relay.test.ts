import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import {
  Agent,
  createServer,
  request,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type OutgoingHttpHeaders,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { SeenStep } from '@/lib/activation/following/apply-seen-step';
import type { GatewayError } from '@/lib/activation/gateway-error';
import { authorizationFor } from '@/lib/gateways/embedded/engine/api-key';
import { Relay } from '@/lib/gateways/relay/relay';
import { MINUTE } from '@/lib/shared/time/duration';
import { freePort } from '../../support/servers/free-port';
import { Latch } from '../../support/latch';
import { jsonReply, type Request } from '../../support/onespan/exchange';
import type { Fault } from '../../support/onespan/fault';
import { Listener } from '../../support/onespan/listener';
import { send } from '../../support/onespan/spoil';
import { startOnespanServer, type OneSpanServer } from '../../support/onespan/start-onespan-server';

const SERVER_TIME = '/rest/v2/provisioning/getServerTime';
const SERVICE = 'provisioning/DSAPPSRPGenerateEphemeralKey';
const SECRET = 'CanarySecret';
const FAILED = {
  resultCodes: { returnCodeEnum: 'RET_FAILURE', statusCodeEnum: 'STAT_UNKNOWN', returnCode: -1, statusCode: -1 },
};

let server: OneSpanServer;
let people = 0;
const seen: SeenStep[] = [];
const failures: GatewayError[] = [];
const measured: { durationMs: number; failure: string | null }[] = [];
const opened: { close(): void }[] = [];

beforeAll(async () => {
  server = await startOnespanServer();
});

afterEach(() => {
  server.faults.clear();
  server.calls.clear();
  for (const noted of [seen, failures, measured]) noted.length = 0;
  for (const one of opened.splice(0)) one.close();
});

afterAll(() => server.close());

type Call = { method?: string; path?: string; headers?: OutgoingHttpHeaders; body?: string };
type Answer = { status: number; headers: IncomingHttpHeaders; json: unknown };

/** A site with the relay. @returns a phone's way to it; rejects when an answer breaks off */
async function open({ url = server.digipassGatewayUrl, timeLimitMs = MINUTE, address = '192.0.2.1' } = {}) {
  const relay = new Relay(
    { url, tls: { authority: readFileSync(server.caFile, 'utf8'), identity: null }, timeLimitMs },
    {
      onStep: (step) => void seen.push(step),
      onFailure: (failure) => void failures.push(failure),
      onCall: (durationMs, failure) => void measured.push({ durationMs, failure }),
    },
  );
  const site = createServer(
    (incoming, response) => void buffer(incoming).then((body) => relay.answer(incoming, response, address, body)),
  );
  await once(site.listen(0, '127.0.0.1'), 'listening');
  const agent = new Agent({ keepAlive: true });
  opened.push(relay, site, { close: () => agent.destroy() });
  const { port } = site.address() as AddressInfo;

  const call = async ({ method = 'POST', path = SERVER_TIME, headers = {}, body = '' }: Call = {}): Promise<Answer> => {
    const authorization = authorizationFor(server.state.options.frontEndKey);
    const sent = request({ port, method, path, agent, headers: { authorization, ...headers } });
    const [answer]: IncomingMessage[] = await once(sent.end(body), 'response');
    if (!answer) throw new Error('no answer');
    const text = (await buffer(answer)).toString();
    return { status: answer.statusCode ?? 0, headers: answer.headers, json: text === '' ? null : JSON.parse(text) };
  };
  return Object.assign(call, { hangUp: () => agent.destroy(), checkHealth: () => relay.checkHealth() });
}

/** Connection 1 of somebody who has just registered. */
async function firstConnection(): Promise<{ path: string; body: string; registrationIdentifier: string }> {
  const registered = await server.gateway.register({ userId: `jane.${(people += 1)}`, domain: 'example.org' });
  if (!registered.ok) throw new Error(registered.refusal);
  const { registrationIdentifier } = registered.value;
  const fields = { registrationIdentifier, clientEphemeralPublicKey: '05'.repeat(256), [SECRET]: SECRET };
  return { path: `/rest/v2/${SERVICE}`, body: JSON.stringify(fields), registrationIdentifier };
}

describe('the gateway’s health', () => {
  test('is its refusal of whoever has no key, and is no call of a phone', async () => {
    await (await open()).checkHealth();
    expect(server.calls.counts()).toEqual({ 'provisioning/getServerTime': 1 });
    expect(measured).toEqual([]);
  });

  test('is not there when it is away or late, or when something else answers', async () => {
    const late = await open({ timeLimitMs: 200 });
    server.faults.set('provisioning/getServerTime', 'hang', 1);
    await expect(late.checkHealth()).rejects.toMatchObject({ code: 'timeout' });
    const closed = await open({ url: `https://localhost:${await freePort()}` });
    await expect(closed.checkHealth()).rejects.toMatchObject({ code: 'unreachable' });
    const proxied = await open();
    server.faults.set('provisioning/getServerTime', 'html', 1);
    await expect(proxied.checkHealth()).rejects.toMatchObject({ code: 'malformed-reply' });
    const other = await open({ url: server.cloudUrl });
    await expect(other.checkHealth()).rejects.toMatchObject({ code: 'malformed-reply' });
  });
});

describe('a call', () => {
  test('is measured, with what became of it', async () => {
    const call = await open();
    await call();
    server.faults.set('provisioning/getServerTime', 'redirect', 1);
    await call();
    expect(measured.map(({ failure }) => failure)).toEqual([null, 'malformed-reply']);
    for (const { durationMs } of measured) expect(durationMs).toBeGreaterThan(0);
  });

  test('is passed through, and so is the gateway’s answer', async () => {
    const { status, headers, json } = await (await open())();
    expect([status, headers['content-type'], headers['cache-control']]).toEqual([200, 'application/json', 'no-store']);
    expect(json).toMatchObject({ resultCodes: { returnCode: 0 } });
    expect(server.calls.counts()).toEqual({ 'provisioning/getServerTime': 1 });
  });

  test('a call with a wrong key is the gateway’s to refuse', async () => {
    const call = await open();
    expect((await call({ headers: { authorization: authorizationFor('0'.repeat(64)) } })).status).toBe(401);
  });

  test('reaches a gateway below a path, without its query', async () => {
    const call = await open({ url: `${server.digipassGatewayUrl}/dpgateway/` });
    expect((await call({ path: `${SERVER_TIME}?a=b` })).status).toBe(404);
    expect(server.calls.counts()).toEqual({ '/dpgateway/rest/v2/provisioning/getServerTime': 1 });
  });

  test.each([
    'provisioning/DSAPPRegister',
    'provisioning/MdlRegister',
    'notification/push/sendNotification',
    'provisioning/mdlactivate',
    'provisioning/MdlActivate/',
    'provisioning/../provisioning/MdlActivate',
    'provisioning%2FMdlActivate',
    'authentication/mail/authUser',
    '',
  ])('a call that no phone makes is not found: %s', async (service) => {
    const { status, json } = await (await open())({ path: `/rest/v2/${service}` });
    expect([status, json]).toEqual([404, FAILED]);
    expect(server.calls.count()).toBe(0);
  });

  test.each(['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS'])('a call by %s is not allowed', async (method) => {
    const call = await open();
    const { status, headers } = await call({ method });
    expect([status, headers.allow]).toEqual([405, 'POST']);
    expect((await call({ method, path: '/rest/v2/elsewhere' })).status).toBe(404);
    expect(server.calls.count()).toBe(0);
  });
});

describe('threat: documents of a gateway that is not itself any more', () => {
  const page = '<script>alert(1)</script>';
  const typed = (status: number, type: string | null): Fault => ({
    reply: { status, headers: type === null ? {} : { 'content-type': type }, body: page },
  });

  test.each<[Fault, number]>([
    ['html', 502],
    [typed(200, 'image/svg+xml'), 502],
    [typed(200, 'application/jsonp'), 502],
    [typed(200, null), 502],
    [typed(401, 'text/html;charset=utf-8'), 401],
    [typed(503, 'text/html'), 503],
  ])('%o become none of this site', async (fault, status) => {
    server.faults.set('provisioning/getServerTime', fault);
    const answer = await (await open())();
    expect(answer).toMatchObject({ status, json: FAILED });
    expect(answer.headers['content-type']).toBe('application/json');
  });

  test('set nothing for this site', async () => {
    const headers = {
      'content-type': 'application/json',
      'content-security-policy': 'default-src *',
      'x-content-type-options': 'off',
      'access-control-allow-origin': '*',
      'service-worker-allowed': '/',
      refresh: '0; url=//elsewhere.example',
      'x-vendor': 'kept',
    };
    server.faults.set('provisioning/getServerTime', { reply: { status: 200, headers, body: '{}' } });
    const answer = await (await open())();
    expect(answer.headers['x-vendor']).toBe('kept');
    for (const name of Object.keys(headers).slice(1, -1)) expect(answer.headers).not.toHaveProperty(name);
  });
});

test('the gateway gets the phone’s headers, its address and its bytes, on one connection', async () => {
  const requests: Request[] = [];
  const gateway = await Listener.open({ identity: server.identities.right, clientAuthority: null }, async (...got) => {
    requests.push(got[0]);
    send(got[1], jsonReply(200, {}, { 'set-cookie': 'JSESSIONID=1', 'x-vendor': 'kept' }));
  });
  const call = await open({ url: gateway.url, address: '192.0.2.7' });
  const headers = {
    authorization: 'Basic abc',
    cookie: 'session=1',
    'x-forwarded-for': '192.0.2.66',
    'x-vendor': 'kept',
  };
  for (let count = 0; count < 2; count++) {
    const answer = await call({ headers, body: '{"a": 1}' });
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect(answer.headers['x-vendor']).toBe('kept');
  }
  await gateway.stop();
  expect(requests.map(({ body }) => body.toString())).toEqual(['{"a": 1}', '{"a": 1}']);
  expect(requests[1]?.headers).toEqual({
    authorization: 'Basic abc',
    'x-vendor': 'kept',
    'x-forwarded-for': '192.0.2.7',
    'accept-encoding': 'identity',
    via: '1.1 tessera',
    host: new URL(gateway.url).host,
    connection: 'keep-alive',
    'content-length': '8',
  });
});

describe('a step', () => {
  test('is seen from a call that has succeeded', async () => {
    const { registrationIdentifier, ...connection } = await firstConnection();
    expect(await (await open())(connection)).toMatchObject({ json: { resultCodes: { returnCode: 0 } } });
    expect(seen).toEqual([{ registrationIdentifier, step: 'scanned', instanceId: null }]);
  });

  test('is seen also when the phone has gone before the answer', async () => {
    const { registrationIdentifier, path, body } = await firstConnection();
    const [arrived, gone] = [new Latch(), new Latch()];
    const authorization = authorizationFor(server.state.options.frontEndKey);
    const gateway = await Listener.open(
      { identity: server.identities.right, clientAuthority: null },
      async (...got) => {
        arrived.open();
        await gone.opened;
        const answer = await server.gateway.handle({ service: SERVICE, authorization, body: got[0].body });
        send(got[1], jsonReply(answer.status, answer.body));
      },
    );
    const call = await open({ url: gateway.url });
    const calling = call({ path, body });
    await arrived.opened;
    call.hangUp();
    await expect(calling).rejects.toThrow('socket hang up');
    gone.open();
    await expect.poll(() => seen).toEqual([{ registrationIdentifier, step: 'scanned', instanceId: null }]);
    await gateway.stop();
  });

  test.each<Fault>(['unknown-status', 'html', 'http-500', 'truncated', 'cut-off', 'huge', 'reset', 'redirect'])(
    'is not seen when the answer is %s',
    async (fault) => {
      server.faults.set(SERVICE, fault);
      const call = await open();
      await call(await firstConnection()).catch(() => {});
      expect(seen).toEqual([]);
    },
  );
});

describe('a gateway that fails', () => {
  test.each<[Fault, number, GatewayError['code']]>([
    ['reset', 502, 'unreachable'],
    ['redirect', 502, 'malformed-reply'],
    ['hang', 504, 'timeout'],
    [{ reply: { status: 204, headers: {}, body: '' } }, 502, 'malformed-reply'],
    [
      {
        reply: {
          status: 200,
          headers: { 'content-type': 'application/json', 'content-length': '65537' },
          body: ' '.repeat(65_537),
        },
      },
      502,
      'too-large',
    ],
  ])('a gateway that fails with %o is told of in the contract’s form', async (fault, status, code) => {
    server.faults.set(SERVICE, fault);
    const call = await open(code === 'timeout' ? { timeLimitMs: 300 } : {});
    expect(await call(await firstConnection())).toMatchObject({ status, json: FAILED });
    expect(failures.map((failure) => failure.code)).toEqual([code]);
  });

  test.each<[Fault, GatewayError['code']]>([
    ['cut-off', 'unreachable'],
    ['huge', 'too-large'],
    ['drip', 'timeout'],
  ])('a gateway that fails after it has begun (%s) breaks the phone’s answer off', async (fault, code) => {
    server.faults.set(SERVICE, fault);
    const call = await open(code === 'timeout' ? { timeLimitMs: 500 } : {});
    await expect(call(await firstConnection())).rejects.toThrow(/aborted/);
    expect(failures.map((failure) => failure.code)).toEqual([code]);
  });

  test('is away and comes back', async () => {
    const call = await open();
    await server.listeners.digipassGateway.stop();
    expect((await call()).status).toBe(502);
    await server.listeners.digipassGateway.start();
    expect((await call()).status).toBe(200);
  });

  test('has closed a connection that nobody used, which no phone notices', async () => {
    const call = await open();
    await call();
    server.faults.set('*', 'reset', 1);
    expect((await call()).status).toBe(200);
    expect(failures).toEqual([]);
  });

  test('shows a certificate of nobody we know, and gets nothing', async () => {
    await server.listeners.digipassGateway.present(server.identities.untrusted);
    expect((await (await open())()).status).toBe(502);
    await server.listeners.digipassGateway.present(server.identities.right);
    expect(failures.map((failure) => failure.code)).toEqual(['untrusted']);
    expect(server.calls.count()).toBe(0);
  });

  test.each<Fault>(['reset', 'hang', 'redirect', 'cut-off', 'huge', 'drip'])(
    'with %s leaves nothing of what was said in the log',
    async (fault) => {
      server.faults.set(SERVICE, fault);
      const call = await open({ timeLimitMs: 400 });
      await call(await firstConnection()).catch(() => {});
      const log = failures.map(({ message, stack, cause }) => [message, stack, (cause as Error).stack]).join();
      expect(log).toContain('GatewayError');
      expect(log).not.toMatch(new RegExp(`${SECRET}|${server.state.options.frontEndKey}|Basic`));
    },
  );
});
