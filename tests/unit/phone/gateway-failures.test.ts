import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { callService } from '@/lib/phone/call-service';
import { exchangeKeys } from '@/lib/phone/activation/exchange-keys';
import { fetchGatewayAddress } from '@/lib/phone/gateway-address';
import { obtainLicence } from '@/lib/phone/activation/obtain-licence';
import { reportForgery } from '@/lib/phone/site/report-forgery';
import { systemRandom } from '@/lib/shared/random';

let server: Server;
let url: string;
/** What the server answers, by the last part of the path. */
let answers: Record<string, { status?: number; body: string }>;

beforeEach(async () => {
  answers = {};
  server = createServer((request, response) => {
    const { status = 200, body } = answers[request.url?.split('/').at(-1) ?? ''] ?? { status: 404, body: '' };
    response.writeHead(status).end(body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  url = typeof address === 'object' && address ? `http://127.0.0.1:${address.port}` : '';
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const OK = { returnCode: 0, statusCode: 0, returnCodeEnum: 'RET_SUCCESS', statusCodeEnum: 'STAT_SUCCESS' };
const payload = { userId: 'jane', domain: '', registrationIdentifier: 'Xk29aLm4', activationPassword: 'Rt7Qp2Zd' };

function gatewayHere() {
  return { gatewayUrl: url, gatewayId: 'g', frontEndKey: 'f' };
}

function replyWith(service: string, result: object): void {
  answers[service] = { body: JSON.stringify({ resultCodes: OK, result }) };
}

test('a site without a gateway, and one that answers something else, are told apart from a gateway', async () => {
  await expect(fetchGatewayAddress(url)).rejects.toMatchObject({ code: 'malformed-reply' });
  for (const body of ['', '<html>', '[]', '{}', '{"gatewayUrl":1,"gatewayId":"g","frontEndKey":"f"}']) {
    answers['config.json'] = { body };
    await expect(fetchGatewayAddress(url)).rejects.toMatchObject({ code: 'malformed-reply' });
  }
});

test('the address is read, a slash at the end or not', async () => {
  answers['config.json'] = { body: '{"gatewayUrl":"https://gateway.example/base/","gatewayId":"g","frontEndKey":"f"}' };
  const gatewayUrl = 'https://gateway.example/base';
  expect(await fetchGatewayAddress(`${url}/`)).toEqual({ gatewayUrl, gatewayId: 'g', frontEndKey: 'f' });
  answers['config.json'] = {
    body: JSON.stringify({ gatewayUrl, gatewayId: 'g', frontEndKey: 'f', imageSeconds: 300 }),
  };
  expect(await fetchGatewayAddress(url)).toMatchObject({ imageSeconds: 300 });
});

test('a gateway that is not there cannot be reached', async () => {
  await expect(callService({ ...gatewayHere(), gatewayUrl: 'http://127.0.0.1:9' }, 'x', {})).rejects.toMatchObject({
    code: 'unreachable',
  });
});

test('an aborted call is rejected with its reason', async () => {
  const reason = new Error('the person closed the screen');
  await expect(callService(gatewayHere(), 'x', {}, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
});

test('malformed replies of a gateway are refused', async () => {
  for (const body of ['', '{', '{}', '{"resultCodes":null}', '{"resultCodes":{"returnCode":"0"}}']) {
    answers['x'] = { body };
    await expect(callService(gatewayHere(), 'x', {})).rejects.toMatchObject({ code: 'malformed-reply' });
  }
  answers['x'] = { status: 500, body: JSON.stringify({ resultCodes: OK }) };
  await expect(callService(gatewayHere(), 'x', {})).rejects.toMatchObject({ code: 'malformed-reply' });
});

test.each([500, 502, 504])('a %i that is no reply of a gateway’s is a failure that passes', async (status) => {
  answers['x'] = { status, body: '<html><h1>Bad Gateway</h1></html>' };
  await expect(callService(gatewayHere(), 'x', {})).rejects.toMatchObject({ code: 'failing', isPassing: true });
});

test.each([429, 503])('a gateway that answers %i is busy, whatever its body says', async (status) => {
  const refused = { ...OK, returnCode: -1, statusCodeEnum: 'STAT_UNKNOWN' };
  for (const body of ['', JSON.stringify({ resultCodes: refused })]) {
    answers['x'] = { status, body };
    await expect(callService(gatewayHere(), 'x', {})).rejects.toMatchObject({ code: 'busy' });
  }
});

test('a refusal counts with any HTTP status', async () => {
  for (const status of [200, 400, 500]) {
    answers['x'] = {
      status,
      body: JSON.stringify({ resultCodes: { ...OK, returnCode: -1, statusCodeEnum: 'STAT_NOT_FOUND' } }),
    };
    expect(await callService(gatewayHere(), 'x', {})).toEqual({ ok: false, refusal: 'registration-not-found' });
  }
});

test('threat: a gateway that sends B = 0 or a multiple of N is not gone on with', async () => {
  for (const serverEphemeralPublicKey of ['00', '0'.repeat(512), 'f'.repeat(512), 'xyz', '']) {
    replyWith('DSAPPSRPGenerateEphemeralKey', { serverEphemeralPublicKey, salt: '00' });
    await expect(exchangeKeys({ payload, gateway: gatewayHere(), a: 5n })).rejects.toMatchObject({
      code: 'malformed-reply',
    });
  }
});

test('threat: a gateway that does not know the activation password is found out', async () => {
  replyWith('DSAPPSRPGenerateActivationData', {
    serverEvidenceMessage: '00'.repeat(32),
    encryptedLicenseActivationMessage: '00'.repeat(54),
    encryptedCounter: '00'.repeat(8),
    mac: '00'.repeat(32),
  });
  const connected = { payload, gateway: gatewayHere(), a: 5n, A: 32n, B: 7n, s: new Uint8Array(16) };
  expect(await obtainLicence(connected, systemRandom)).toEqual({ ok: false, refusal: 'gateway-not-genuine' });
});

test('a forged image counts as reported only on the website’s own answer, not on a page in between', async () => {
  const report = { forgery: 'wrong-signature', keyId: '0badcafe', userId: 'jane' } as const;
  answers['forged-images'] = { body: '<html>Log in to the network</html>' };
  expect(await reportForgery(url, report)).toBe(false);
  answers['forged-images'] = { status: 204, body: '' };
  expect(await reportForgery(url, report)).toBe(true);
});
