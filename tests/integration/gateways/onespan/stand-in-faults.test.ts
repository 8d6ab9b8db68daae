import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { authorizationFor } from '@/lib/gateways/embedded/engine/api-key';
import { fault, type Fault } from '@/lib/kit/faults/fault';
import { HttpsClient } from '../../../support/onespan/https-client';
import { callSoap, credentialAttributes } from '../../../support/onespan/soap-calls';
import { startOnespanServer, type OneSpanServer } from '@/lib/kit/gateways/start-onespan-server';

let server: OneSpanServer;
let client: HttpsClient;

beforeAll(async () => {
  server = await startOnespanServer({ servers: 2 });
  client = new HttpsClient({ caFile: server.caFile });
});

afterEach(async () => {
  await server.faults.clear();
  server.calls.clear();
  server.state.sessions.endAll();
});

afterAll(async () => {
  client.close();
  await server.close();
});

const logon = (url = server.soapUrl, by = client) => {
  const set = `<attributeSet>${credentialAttributes(server.state.options.serviceUser)}</attributeSet>`;
  return callSoap(by, url, 'Administration', 'logon', set);
};

const users = () => client.json('GET', `${server.cloudUrl}/v1/users/svc-tessera@master`);

describe('a fault', () => {
  test('a fault hits the given number of calls, all of which are counted', async () => {
    server.faults.set('logon', fault.html(), { times: 2 });
    await expect(logon()).rejects.toThrow('no SOAP answer');
    await expect(logon()).rejects.toThrow('no SOAP answer');
    expect((await logon()).statusCode).toBe('STAT_SUCCESS');
    expect(server.calls.count('logon')).toBe(3);
    expect(server.state.sessions.size).toBe(1);
  });

  test('a fault can be limited to one server', async () => {
    const [first = '', second = ''] = server.soapUrls;
    server.faults.once('logon', fault.status(500), second);
    expect((await logon(first)).statusCode).toBe('STAT_SUCCESS');
    await expect(logon(second)).rejects.toThrow('no SOAP answer');
    expect([server.calls.count('logon', first), server.calls.count('logon', second)]).toEqual([1, 1]);
  });

  test.each<[Fault, RegExp, carriedOut: boolean]>([
    [fault.reset(), /ECONNRESET|hang up/, false],
    [fault.lostAnswer(), /ECONNRESET|hang up/, true],
    [fault.cutOff(), /aborted/, true],
    [fault.truncated(), /no SOAP answer/, true],
    [fault.entityBomb(), /no SOAP answer/, false],
    [fault.redirect(), /no SOAP answer/, false],
    [fault.status(500), /no SOAP answer/, false],
  ])('%o spoils an answer', async (wrong, complaint, isCarriedOut) => {
    server.faults.set('*', wrong);
    await expect(logon()).rejects.toThrow(complaint);
    expect(server.state.sessions.size).toBe(isCarriedOut ? 1 : 0);
  });

  test('a fault can be an answer of ten megabytes', async () => {
    server.faults.set('users/{user}', fault.huge());
    const { body } = await users();
    expect(body.length).toBeGreaterThan(10 * 1_024 * 1_024);
  });

  test('a fault can be an unknown status, on each of the wires', async () => {
    server.faults.set('*', fault.unknownStatus());
    expect((await logon()).statusCode).toBe('STAT_NOT_OF_THIS_WORLD');
    expect(await users()).toMatchObject({ status: 460, json: { retCode: -987_654 } });
    const gateway = await client.json('POST', `${server.digipassGatewayUrl}/rest/v2/provisioning/getServerTime`, {});
    expect(gateway.json).toMatchObject({ resultCodes: { statusCodeEnum: 'STAT_NOT_OF_THIS_WORLD' } });
  });

  test('a fault can be the right answer under another type', async () => {
    server.faults.once('users/{user}', fault.wrongType());
    const { status, headers, json } = await users();
    expect([status, headers['content-type']]).toEqual([200, 'application/octet-stream']);
    expect(json).toHaveProperty('userID');
  });

  test('a fault can be a call that arrives twice', async () => {
    server.faults.once('logon', fault.repeated());
    expect((await logon()).statusCode).toBe('STAT_SUCCESS');
    expect(server.state.sessions.size).toBe(2);
  });

  test('a fault can be a call that arrives after the next one', async () => {
    const answered: string[] = [];
    server.faults.once('logon', fault.reordered());
    const first = logon().then(() => answered.push('logon'));
    await expect.poll(() => server.calls.count('logon')).toBe(1);
    await users();
    answered.push('users');
    await first;
    expect(answered).toEqual(['users', 'logon']);
  });

  test('a fault can be a server that stops at a call, and is back when the fault is cleared', async () => {
    const [first = '', second = ''] = server.soapUrls;
    server.faults.set('logon', fault.refused(), { url: first });
    await expect(logon(first)).rejects.toThrow(/ECONNRESET|hang up/);
    await expect(logon(first)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    expect((await logon(second)).statusCode).toBe('STAT_SUCCESS');
    await server.faults.clear();
    expect((await logon(first)).statusCode).toBe('STAT_SUCCESS');
  });

  test('a fault can be a certificate that is wrong from a call on', async () => {
    server.faults.set('logon', fault.certificate('expired'));
    await expect(logon()).rejects.toThrow(/ECONNRESET|hang up/);
    await expect(logon()).rejects.toMatchObject({ code: 'CERT_HAS_EXPIRED' });
    await server.faults.clear();
    expect((await logon()).statusCode).toBe('STAT_SUCCESS');
  });

  test('a fault can be a wrong clock, which is right again when the fault is cleared', async () => {
    const url = `${server.digipassGatewayUrl}/rest/v2/provisioning/getServerTime`;
    const authorization = authorizationFor(server.state.options.frontEndKey);
    const offset = async () => {
      const { json } = await client.json('POST', url, {}, { authorization });
      const { serverTime } = (json as { result: { serverTime: number } }).result;
      return Math.abs(Math.round((serverTime * 1_000 - Date.now()) / 60_000));
    };
    server.faults.set('getServerTime', fault.clockOff(-3_600_000));
    expect(await offset()).toBe(60);
    await server.faults.clear();
    expect(await offset()).toBe(0);
  });

  test('a fault can be a session that ends before the command', async () => {
    const { attributes: answered } = await logon();
    const session = answered['CREDFLD_SESSION_ID'] ?? '';
    server.faults.once('userQuery', fault.sessionExpired());
    const query = `<sessionID>${session}</sessionID><attributeSet/>`;
    const answer = await callSoap(client, server.soapUrl, 'Administration', 'userQuery', query);
    expect(answer.statusCode).toBe('STAT_ADMIN_SESSION_STOPPED');
  });

  test.each<Fault>([fault.timeout(), fault.drip()])('$kind keeps a caller waiting', async (wrong) => {
    server.faults.set('logon', wrong);
    const ended = logon().then(
      () => 'answered',
      () => 'failed',
    );
    const patience = new Promise((resolve) => setTimeout(resolve, 300, 'waiting'));
    expect(await Promise.race([ended, patience])).toBe('waiting');
    await server.listeners.soap[0]?.stop();
    expect(await ended).toBe('failed');
    await server.listeners.soap[0]?.start();
  });
});

describe('a server', () => {
  test('a stopped server refuses connections, another one goes on, and it comes back where it was', async () => {
    const [first = '', second = ''] = server.soapUrls;
    await server.listeners.soap[0]?.stop();
    await expect(logon(first)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    expect((await logon(second)).statusCode).toBe('STAT_SUCCESS');
    await server.listeners.soap[0]?.start();
    expect((await logon(first)).statusCode).toBe('STAT_SUCCESS');
  });

  test.each([
    ['untrusted', /certificate/],
    ['expired', 'CERT_HAS_EXPIRED'],
    ['of-another-host', 'ERR_TLS_CERT_ALTNAME_INVALID'],
  ] as const)('a server with a wrong certificate is not trusted: %s', async (name, complaint) => {
    const [listener] = server.listeners.soap;
    listener?.present(server.identities[name]);
    const fresh = new HttpsClient({ caFile: server.caFile });
    const failure = await logon(server.soapUrl, fresh).catch((error: Error & { code?: string }) => error);
    expect(failure).toBeInstanceOf(Error);
    const { code, message } = failure as Error & { code?: string };
    expect(`${code} ${message}`).toMatch(complaint);
    listener?.present(server.identities.right);
    expect((await logon(server.soapUrl, fresh)).statusCode).toBe('STAT_SUCCESS');
    fresh.close();
  });

  test('an outage stops all servers', async () => {
    const outage = server.interrupt(200);
    await expect(logon()).rejects.toThrow(/ECONN|hang up|disconnected/);
    await outage;
    expect((await logon()).statusCode).toBe('STAT_SUCCESS');
    expect((await users()).status).toBe(200);
  });
});
