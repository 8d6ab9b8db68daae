import { describe, expect, test } from 'vitest';
import { authorizationFor } from '@/lib/gateways/embedded/engine/api-key';
import { freePort } from '@/lib/kit/gateways/wire/free-port';
import { jsonReply } from '@/lib/kit/faults/reply';
import type { Request } from '@/lib/kit/gateways/wire/exchange';
import { fault, type Fault } from '@/lib/kit/faults/fault';
import { Listener } from '@/lib/kit/gateways/wire/listener';
import { send } from '@/lib/kit/faults/spoil';
import { FAILED, gateway, measured, openRelay, SERVER_TIME, withRelayedGateway } from './relayed-gateway';

withRelayedGateway();

describe('the gateway’s health', () => {
  test('the health check is a refused call without a key, and not counted as a phone’s', async () => {
    await (await openRelay()).checkHealth();
    expect(gateway.server.calls.counts()).toEqual({ 'provisioning/getServerTime': 1 });
    expect(measured).toEqual([]);
  });

  test('the gateway is unhealthy when it is unreachable or late, or another server answers', async () => {
    const late = await openRelay({ timeLimitMs: 200 });
    gateway.server.faults.once('provisioning/getServerTime', fault.timeout());
    await expect(late.checkHealth()).rejects.toMatchObject({ code: 'timeout' });
    const closed = await openRelay({ url: `https://localhost:${await freePort()}` });
    await expect(closed.checkHealth()).rejects.toMatchObject({ code: 'unreachable' });
    const proxied = await openRelay();
    gateway.server.faults.once('provisioning/getServerTime', fault.html());
    await expect(proxied.checkHealth()).rejects.toMatchObject({ code: 'malformed-reply' });
    const other = await openRelay({ url: gateway.server.cloudUrl });
    await expect(other.checkHealth()).rejects.toMatchObject({ code: 'malformed-reply' });
  });
});

describe('a call', () => {
  test('a call is measured with its outcome', async () => {
    const call = await openRelay();
    await call();
    gateway.server.faults.once('provisioning/getServerTime', fault.redirect());
    await call();
    expect(measured.map(({ failure }) => failure)).toEqual([null, 'malformed-reply']);
    for (const { durationMs } of measured) expect(durationMs).toBeGreaterThan(0);
  });

  test('a call is passed through, and so is the gateway’s answer', async () => {
    const { status, headers, json } = await (await openRelay())();
    expect([status, headers['content-type'], headers['cache-control']]).toEqual([200, 'application/json', 'no-store']);
    expect(json).toMatchObject({ resultCodes: { returnCode: 0 } });
    expect(gateway.server.calls.counts()).toEqual({ 'provisioning/getServerTime': 1 });
  });

  test('a call with a wrong key is the gateway’s to refuse', async () => {
    const call = await openRelay();
    expect((await call({ headers: { authorization: authorizationFor('0'.repeat(64)) } })).status).toBe(401);
  });

  test('a call reaches a gateway below a path, without its query', async () => {
    const call = await openRelay({ url: `${gateway.server.digipassGatewayUrl}/dpgateway/` });
    expect((await call({ path: `${SERVER_TIME}?a=b` })).status).toBe(404);
    expect(gateway.server.calls.counts()).toEqual({ '/dpgateway/rest/v2/provisioning/getServerTime': 1 });
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
    const { status, json } = await (await openRelay())({ path: `/rest/v2/${service}` });
    expect([status, json]).toEqual([404, FAILED]);
    expect(gateway.server.calls.count()).toBe(0);
  });

  test.each(['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS'])('a call by %s is not allowed', async (method) => {
    const call = await openRelay();
    const { status, headers } = await call({ method });
    expect([status, headers.allow]).toEqual([405, 'POST']);
    expect((await call({ method, path: '/rest/v2/elsewhere' })).status).toBe(404);
    expect(gateway.server.calls.count()).toBe(0);
  });
});

describe('threat: documents of a gateway that is not itself any more', () => {
  const page = '<script>alert(1)</script>';
  const typed = (status: number, type: string | null): Fault =>
    fault.reply({ status, headers: type === null ? {} : { 'content-type': type }, body: page });

  test.each<[Fault, number]>([
    [fault.html(), 502],
    [typed(200, 'image/svg+xml'), 502],
    [typed(200, 'application/jsonp'), 502],
    [typed(200, null), 502],
    [typed(401, 'text/html;charset=utf-8'), 401],
    [typed(503, 'text/html'), 503],
  ])('%o become none of this site', async (wrong, status) => {
    gateway.server.faults.set('provisioning/getServerTime', wrong);
    const answer = await (await openRelay())();
    expect(answer).toMatchObject({ status, json: FAILED });
    expect(answer.headers['content-type']).toBe('application/json');
  });

  test('threat: a compromised gateway’s documents set nothing for this site', async () => {
    const headers = {
      'content-type': 'application/json',
      'content-security-policy': 'default-src *',
      'x-content-type-options': 'off',
      'access-control-allow-origin': '*',
      'service-worker-allowed': '/',
      refresh: '0; url=//elsewhere.example',
      'x-vendor': 'kept',
    };
    gateway.server.faults.set('provisioning/getServerTime', fault.reply({ status: 200, headers, body: '{}' }));
    const answer = await (await openRelay())();
    expect(answer.headers['x-vendor']).toBe('kept');
    for (const name of Object.keys(headers).slice(1, -1)) expect(answer.headers).not.toHaveProperty(name);
  });
});

test('the gateway gets the phone’s headers, its address and its bytes, on one connection', async () => {
  const requests: Request[] = [];
  const peer = await Listener.open(
    { identity: gateway.server.identities.right, clientAuthority: null },
    async (...got) => {
      requests.push(got[0]);
      send(got[1], jsonReply(200, {}, { 'set-cookie': 'JSESSIONID=1', 'x-vendor': 'kept' }));
    },
  );
  const call = await openRelay({ url: peer.url, address: '192.0.2.7' });
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
  await peer.stop();
  expect(requests.map(({ body }) => body.toString())).toEqual(['{"a": 1}', '{"a": 1}']);
  expect(requests[1]?.headers).toEqual({
    authorization: 'Basic abc',
    'x-vendor': 'kept',
    'x-forwarded-for': '192.0.2.7',
    'accept-encoding': 'identity',
    via: '1.1 tessera',
    host: new URL(peer.url).host,
    connection: 'keep-alive',
    'content-length': '8',
  });
});
