import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Fault } from '../../support/onespan/fault';
import { HttpsClient } from '../../support/onespan/https-client';
import { callSoap, credentialAttributes } from '../../support/onespan/soap-calls';
import { startOnespanServer, type OneSpanServer } from '../../support/onespan/start-onespan-server';

let server: OneSpanServer;
let client: HttpsClient;

beforeAll(async () => {
  server = await startOnespanServer({ servers: 2 });
  client = new HttpsClient({ caFile: server.caFile });
});

afterEach(() => {
  server.faults.clear();
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
  test('meets as many calls of its command as it is told, and all of them are counted', async () => {
    server.faults.set('logon', 'html', 2);
    await expect(logon()).rejects.toThrow('no SOAP answer');
    await expect(logon()).rejects.toThrow('no SOAP answer');
    expect((await logon()).statusCode).toBe('STAT_SUCCESS');
    expect(server.calls.count('logon')).toBe(3);
    expect(server.state.sessions.size).toBe(1);
  });

  test('can be that of one server only', async () => {
    const [first = '', second = ''] = server.soapUrls;
    server.faults.set('logon', 'http-500', 1, second);
    expect((await logon(first)).statusCode).toBe('STAT_SUCCESS');
    await expect(logon(second)).rejects.toThrow('no SOAP answer');
    expect([server.calls.count('logon', first), server.calls.count('logon', second)]).toEqual([1, 1]);
  });

  test.each<[Fault, RegExp, carriedOut: boolean]>([
    ['reset', /ECONNRESET|hang up/, false],
    ['reset-after', /ECONNRESET|hang up/, true],
    ['cut-off', /aborted/, true],
    ['truncated', /no SOAP answer/, true],
    ['entity-bomb', /no SOAP answer/, false],
    ['redirect', /no SOAP answer/, false],
    ['http-500', /no SOAP answer/, false],
  ])('%s spoils an answer', async (fault, complaint, isCarriedOut) => {
    server.faults.set('*', fault);
    await expect(logon()).rejects.toThrow(complaint);
    expect(server.state.sessions.size).toBe(isCarriedOut ? 1 : 0);
  });

  test('can be an answer of ten megabytes', async () => {
    server.faults.set('users/{user}', 'huge');
    const { body } = await users();
    expect(body.length).toBeGreaterThan(10 * 1_024 * 1_024);
  });

  test('can be an unknown status, in any of the wires', async () => {
    server.faults.set('*', 'unknown-status');
    expect((await logon()).statusCode).toBe('STAT_NOT_OF_THIS_WORLD');
    expect(await users()).toMatchObject({ status: 460, json: { retCode: -987_654 } });
    const gateway = await client.json('POST', `${server.digipassGatewayUrl}/rest/v2/provisioning/getServerTime`, {});
    expect(gateway.json).toMatchObject({ resultCodes: { statusCodeEnum: 'STAT_NOT_OF_THIS_WORLD' } });
  });

  test('can be a session that ends before the command', async () => {
    const { attributes: answered } = await logon();
    const session = answered['CREDFLD_SESSION_ID'] ?? '';
    server.faults.set('userQuery', 'session-expired', 1);
    const query = `<sessionID>${session}</sessionID><attributeSet/>`;
    const answer = await callSoap(client, server.soapUrl, 'Administration', 'userQuery', query);
    expect(answer.statusCode).toBe('STAT_ADMIN_SESSION_STOPPED');
  });

  test.each<Fault>(['hang', 'drip'])('%s keeps a caller waiting', async (fault) => {
    server.faults.set('logon', fault);
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
    await listener?.present(server.identities[name]);
    const fresh = new HttpsClient({ caFile: server.caFile });
    const failure = await logon(server.soapUrl, fresh).catch((error: Error & { code?: string }) => error);
    expect(failure).toBeInstanceOf(Error);
    const { code, message } = failure as Error & { code?: string };
    expect(`${code} ${message}`).toMatch(complaint);
    await listener?.present(server.identities.right);
    expect((await logon(server.soapUrl, fresh)).statusCode).toBe('STAT_SUCCESS');
    fresh.close();
  });

  test('is away with all the others during an outage', async () => {
    const outage = server.interrupt(200);
    await expect(logon()).rejects.toThrow(/ECONN|hang up|disconnected/);
    await outage;
    expect((await logon()).statusCode).toBe('STAT_SUCCESS');
    expect((await users()).status).toBe(200);
  });
});
