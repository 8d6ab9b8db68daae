import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startOnespanServer, type OneSpanServer } from '@/lib/kit/gateways/start-onespan-server';
import { DEFAULT_OPTIONS } from '@/lib/kit/gateways/state/onespan-options';
import { poll } from '@/lib/kit/poll';
import { MINUTE, SECOND } from '@/lib/shared/time/duration';
import { HttpsClient } from '../../../support/onespan/https-client';
import { activateVendorPhone } from '../../../support/onespan/vendor-phones';
import { valueOf } from '../../../support/phones/activate-device';

const clock = { aheadMs: 0, now: () => new Date(Date.now() + clock.aheadMs) };
const PUSH = { objectType: 'LoginInput', orchestrationDelivery: ['pushNotification'], timeout: 0 };
const { undeliverablePush, failedLogin, secureChallengeInput } = DEFAULT_OPTIONS;

let server: OneSpanServer;
let client: HttpsClient;

beforeAll(async () => {
  server = await startOnespanServer({ clock, lockThreshold: 0 });
  client = new HttpsClient({ caFile: server.caFile });
});

afterAll(async () => {
  client.close();
  await server.close();
});

beforeEach(() => {
  Object.assign(server.state.options, { undeliverablePush, failedLogin, secureChallengeInput });
});

const post = async (path: string, body: object) => {
  const { status, json } = await client.json('POST', `${server.cloudUrl}/v1/${path}`, body);
  return { status, json: json as Record<string, string> };
};
const login = (userId: string, body: object) => post(`users/${userId}@example.org/login`, body);
const challengeFor = (userId: string, body: object = {}) =>
  post(`users/${userId}@example.org/generate-secure-challenge`, body);
const typed = (OTP: string, requestID?: string) => ({
  objectType: 'LoginInput',
  credentials: { authenticator: { OTP } },
  ...(requestID !== undefined && { requestID }),
});

const statusOf = async (requestID = '') => {
  const { json } = await client.json('GET', `${server.cloudUrl}/v1/sessions/${requestID}`);
  return (json as { sessionStatus: string }).sessionStatus;
};
const until = (requestID: string | undefined, status: string) =>
  poll(`the session ${status}`, async () => (await statusOf(requestID)) === status);

describe('a login by push (OneSpan §5.5)', () => {
  test('the session is pending until the phone approves, and accepted from then on', async () => {
    const { userId, phone } = await activateVendorPhone(server);
    const { status, json } = await login(userId, PUSH);
    expect([status, json['sessionStatus']]).toEqual([200, 'pending']);
    expect(await statusOf(json['requestID'])).toBe('pending');
    await valueOf(await phone.receive(server.state.challenges)).approve();
    await until(json['requestID'], 'accepted');
  });

  test.each([
    ['refuses', 'refused', 'refuse'],
    ['signs wrongly', 'failure', 'approveWrongly'],
  ] as const)('a phone that %s makes the session %s', async (_what, status, answer) => {
    const { userId, phone } = await activateVendorPhone(server);
    const { json } = await login(userId, PUSH);
    await valueOf(await phone.receive(server.state.challenges))[answer]();
    await until(json['requestID'], status);
    expect(await statusOf(json['requestID'])).toBe(status);
  });

  test('a session without an answer is over after its time', async () => {
    const { userId } = await activateVendorPhone(server);
    const { json } = await login(userId, PUSH);
    clock.aheadMs += MINUTE;
    expect(await statusOf(json['requestID'])).toBe('timeout');
  });

  test('a session of no request is unknown', async () => {
    expect(await statusOf('00000000-0000-4000-8000-000000000000')).toBe('unknown');
  });

  test('a push that reaches no phone shows at the session, and at the login before 26.R1', async () => {
    const { userId } = await activateVendorPhone(server, { isReachable: false });
    const { status, json } = await login(userId, PUSH);
    expect([status, json['sessionStatus']]).toEqual([200, 'pending']);
    expect(await statusOf(json['requestID'])).toBe('failure');
    server.state.options.undeliverablePush = 'conflict';
    expect(await login(userId, PUSH)).toMatchObject({ status: 409, json: { error: 'Conflict' } });
  });

  test('a phone reads the request message and answers by itself', async () => {
    const { userId, phone } = await activateVendorPhone(server, { isReachable: false });
    const { json } = await login(userId, { ...PUSH, orchestrationDelivery: ['requestMessage'] });
    expect(await valueOf(await phone.scan(json['requestMessage'] ?? '')).approve()).toBe(true);
    await until(json['requestID'], 'accepted');
  });

  test('the login says why it refuses a user', async () => {
    const { userId, account } = await activateVendorPhone(server);
    expect((await login('nobody', PUSH)).json['message']).toBe('Authentication failed');
    account.isLocked = true;
    expect((await login(userId, PUSH)).json['message']).toBe('User is locked');
    account.isDisabled = true;
    expect((await login(userId, PUSH)).json['message']).toBe('User is disabled');
  });

  test.each([
    ['no credentials and no delivery', { objectType: 'LoginInput' }],
    ['an unknown delivery', { ...PUSH, orchestrationDelivery: ['fax'] }],
    ['a wait', { ...PUSH, timeout: 30 }],
    ['an unknown field', { ...PUSH, nickname: 'J' }],
    ['an unknown object type', { ...PUSH, objectType: 'X' }],
  ])('the login refuses %s', async (_what, body) => {
    const { userId } = await activateVendorPhone(server);
    expect((await login(userId, body)).status).toBe(400);
  });
});

describe('generate-secure-challenge (OneSpan §5.5)', () => {
  test('what the device shows is taken once, with the request that it is for', async () => {
    const { userId, phone } = await activateVendorPhone(server, { isReachable: false });
    const { json } = await challengeFor(userId);
    const response = await phone.respondTo(json['requestMessage'] ?? '');
    const other = (await challengeFor(userId)).json['requestID'];
    expect(await login(userId, typed(response, other))).toMatchObject({ status: 409 });
    const accepted = await login(userId, typed(response, json['requestID']));
    expect(accepted).toMatchObject({ status: 200, json: { sessionStatus: 'accepted' } });
    const again = await login(userId, typed(response, json['requestID']));
    expect(again).toMatchObject({ status: 409, json: { message: 'Request ID is invalid' } });
  });

  test('a wrong response is a conflict, or a status in the login’s own spelling', async () => {
    const { userId } = await activateVendorPhone(server, { isReachable: false });
    const { json } = await challengeFor(userId);
    const wrong = typed('1', json['requestID']);
    expect(await login(userId, wrong)).toMatchObject({ status: 409, json: { message: 'Authentication failed' } });
    server.state.options.failedLogin = 'status';
    expect(await login(userId, wrong)).toMatchObject({ status: 200, json: { sessionStatus: 'failed' } });
  });

  test('a challenge can be answered for 180 seconds, by its own user', async () => {
    const [jane, max] = [await activateVendorPhone(server), await activateVendorPhone(server)];
    const { json } = await challengeFor(jane.userId);
    const response = await jane.phone.respondTo(json['requestMessage'] ?? '');
    expect(await login(max.userId, typed(response, json['requestID']))).toMatchObject({ status: 409 });
    clock.aheadMs += 180 * SECOND;
    expect(await login(jane.userId, typed(response, json['requestID']))).toMatchObject({ status: 409 });
  });

  test('a user who has no device gets none, and the input is what the tenant demands', async () => {
    server.state.accounts.add({ userId: 'without.device' });
    expect((await challengeFor('without.device')).status).toBe(409);
    expect((await challengeFor('nobody')).status).toBe(404);
    server.state.options.secureChallengeInput = { objectType: 'SecureChallengeInput' };
    const { userId } = await activateVendorPhone(server);
    expect((await challengeFor(userId)).status).toBe(400);
    expect((await challengeFor(userId, { objectType: 'SecureChallengeInput' })).status).toBe(200);
  });
});
