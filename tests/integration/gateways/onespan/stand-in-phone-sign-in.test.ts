import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { fault } from '@/lib/kit/faults/fault';
import { startOnespanServer, type OneSpanServer } from '@/lib/kit/gateways/start-onespan-server';
import { poll } from '@/lib/kit/poll';
import { hexFromBytes, utf8 } from '@/lib/shared/bytes';
import { MINUTE } from '@/lib/shared/time/duration';
import { HttpsClient } from '../../../support/onespan/https-client';
import { attributes, callSoap, type SoapAnswer } from '../../../support/onespan/soap-calls';
import { activateVendorPhone } from '../../../support/onespan/vendor-phones';
import { valueOf } from '../../../support/phones/activate-device';

const COMPONENT = 'Self-Management Website';
const PASSWORD = 'Secret-1';
let clockAheadMs = 0;
let server: OneSpanServer;
let client: HttpsClient;

beforeAll(async () => {
  server = await startOnespanServer({ servers: 2, clock: { now: () => new Date(Date.now() + clockAheadMs) } });
  client = new HttpsClient({ caFile: server.caFile });
});

const DEFAULTS = { pushReply: 'waits', authenticationTimeoutSeconds: 60, requiresChallengeText: true } as const;

afterEach(async () => {
  await server.faults.clear();
  server.calls.clear();
  clockAheadMs = 0;
  Object.assign(server.state.options, DEFAULTS, { pushRequest: { method: 'KeywordOnly', keyword: 'push' } });
});

afterAll(async () => {
  client.close();
  await server.close();
});

/** @param isReachable whether the phone has a notification identifier */
const newPhone = (isReachable = true) => activateVendorPhone(server, { isReachable });

type Fields = Parameters<typeof attributes>[0];

const ask = (command: string, fields: Fields, url = server.soapUrl): Promise<SoapAnswer> => {
  const set = attributes({ CREDFLD_COMPONENT_TYPE: COMPONENT, ...fields });
  return callSoap(client, url, 'Authentication', command, `<credentialAttributeSet>${set}</credentialAttributeSet>`);
};

const getSecureChallenge = (userId: string, fields: Fields = { CREDFLD_CHALLENGE_MESSAGE: 'Sign in' }) =>
  ask('getSecureChallenge', { CREDFLD_USERID: userId, ...fields });

const authUser = (userId: string, fields: Fields, url?: string) =>
  ask('authUser', { CREDFLD_USERID: userId, CREDFLD_PASSWORD_FORMAT: ['unsignedInt', '0'], ...fields }, url);

/** Waits in the background, as a website does before it shows the image. */
async function waitForScan(userId: string, key: string, url?: string): Promise<{ answer: Promise<SoapAnswer> }> {
  const before = server.calls.count('authUser');
  const answer = authUser(userId, { CREDFLD_AUTH_TYPE: 'SCAN', CREDFLD_CHALLENGE_KEY: key }, url);
  answer.catch(() => {});
  await poll('authUser', async () => server.calls.count('authUser') > before);
  return { answer };
}

async function scanned(userId: string) {
  const { attributes: challenge } = await getSecureChallenge(userId);
  const key = challenge['CREDFLD_CHALLENGE_KEY'] ?? '';
  return { key, ...(await waitForScan(userId, key)) };
}

describe('getSecureChallenge (OneSpan §4.5)', () => {
  test('getSecureChallenge answers ten digits, a request message and the instance, named with Respond', async () => {
    const { userId, device } = await newPhone();
    const answer = await getSecureChallenge(userId);
    expect([answer.name, answer.statusCode]).toEqual(['getSecureChallengeRespond', 'STAT_SUCCESS']);
    expect(answer.attributes).toEqual({
      CREDFLD_CHALLENGE_KEY: expect.stringMatching(/^\d{10}$/),
      CREDFLD_DOMAIN: 'example.org',
      CREDFLD_REQUEST_MESSAGE: expect.stringMatching(/^(?:[0-9A-F]{2}){40,}$/),
      CREDFLD_SERIAL_NO: device.instanceId,
      CREDFLD_USERID: userId,
    });
  });

  test.each<[string, Fields, string]>([
    ['neither message nor body', {}, 'STAT_MISSINGFLD'],
    ['message and body', { CREDFLD_CHALLENGE_MESSAGE: 'a', CREDFLD_REQUEST_BODY: 'b' }, 'STAT_INVDATA'],
    ['title and body', { CREDFLD_TRANSACTION_TITLE: 'a', CREDFLD_REQUEST_BODY: 'b' }, 'STAT_INVDATA'],
    ['a message of 129 characters', { CREDFLD_CHALLENGE_MESSAGE: 'a'.repeat(129) }, 'STAT_INVDATA'],
    [
      'a strange instance',
      { CREDFLD_CHALLENGE_MESSAGE: 'a', CREDFLD_SERIAL_NO: 'VDS9999999-1' },
      'STAT_DIGIPASS_NOT_AVAILABLE',
    ],
    ['a strange component', { CREDFLD_CHALLENGE_MESSAGE: 'a', CREDFLD_COMPONENT_TYPE: 'x' }, 'STAT_COMPONENT'],
  ])('getSecureChallenge refuses %s', async (_what, fields, status) => {
    const { userId } = await newPhone();
    expect((await getSecureChallenge(userId, fields)).statusCode).toBe(status);
  });

  test('getSecureChallenge takes a body, and neither of the two where the other page is right', async () => {
    const { userId } = await newPhone();
    expect((await getSecureChallenge(userId, { CREDFLD_REQUEST_BODY: 'b' })).statusCode).toBe('STAT_SUCCESS');
    server.state.options.requiresChallengeText = false;
    expect((await getSecureChallenge(userId, {})).statusCode).toBe('STAT_SUCCESS');
  });

  test('getSecureChallenge refuses an unknown user, and one without a device', async () => {
    server.state.accounts.add({ userId: 'no.phone' });
    expect((await getSecureChallenge('nobody')).statusCode).toBe('STAT_NOT_FOUND');
    expect((await getSecureChallenge('no.phone')).statusCode).toBe('STAT_DIGIPASS_NOT_AVAILABLE');
  });
});

describe('scan and login (OneSpan §4.5)', () => {
  test('authUser with type SCAN stays open until the phone that read the image approves', async () => {
    const { userId, phone, device } = await newPhone();
    const { key, answer } = await scanned(userId);
    // The image holds the ASCII of the digits (inferred).
    const login = valueOf(await phone.read(hexFromBytes(utf8(key))));
    expect(login.text).toBe('Sign in');
    expect(await login.approve()).toBe(true);
    const { statusCode, attributes: fields } = await answer;
    expect(statusCode).toBe('STAT_SUCCESS');
    expect(fields).toEqual({
      CREDFLD_USERID: userId,
      CREDFLD_DOMAIN: 'example.org',
      CREDFLD_SERIAL_NO: device.instanceId,
    });
  });

  test('getPreparedSecureChallenge has one reader, and no reader of another device', async () => {
    const [{ userId, phone }, other] = [await newPhone(), await newPhone()];
    const { key } = await scanned(userId);
    expect(await other.phone.read(key)).toEqual({ ok: false, refusal: 'registration-not-found' });
    expect((await phone.read(key)).ok).toBe(true);
    expect(await phone.read(key)).toEqual({ ok: false, refusal: 'registration-not-found' });
  });

  test('a cancellation on the phone ends the call, and raises no lock count', async () => {
    const { userId, phone, account } = await newPhone();
    const { key, answer } = await scanned(userId);
    expect(await valueOf(await phone.read(key)).refuse()).toBe(true);
    expect((await answer).statusCode).toBe('STAT_INVCREDENTIALS');
    expect([account.lockCount, account.isLocked]).toEqual([0, false]);
  });

  test('a wrong signature ends the call, raises the lock count, and locks at the threshold', async () => {
    const { userId, phone, account } = await newPhone();
    const statuses: string[] = [];
    for (let round = 1; round <= 3; round++) {
      const { key, answer } = await scanned(userId);
      expect(await valueOf(await phone.read(key)).approveWrongly()).toBe(false);
      statuses.push((await answer).statusCode);
      expect(account.lockCount).toBe(round);
    }
    expect(statuses).toEqual(Array.from({ length: 3 }, () => 'STAT_INVCREDENTIALS'));
    const { answer } = await scanned(userId);
    expect([account.isLocked, (await answer).statusCode]).toEqual([true, 'STAT_LOCKED']);
  });

  test('the policy’s time limit ends the call without a count, and a phone that answers late finds nothing', async () => {
    const { userId, phone, account } = await newPhone();
    server.state.options.authenticationTimeoutSeconds = 1;
    const { attributes: challenge } = await getSecureChallenge(userId);
    const key = challenge['CREDFLD_CHALLENGE_KEY'] ?? '';
    const login = valueOf(await phone.read(key));
    const { answer } = await waitForScan(userId, key);
    expect((await answer).statusCode).toBe('STAT_EXP_CHALLENGE');
    expect([await login.approve(), await login.refuse(), account.lockCount]).toEqual([false, false, 0]);
  });

  test('a challenge older than its cache keeps is gone for the phone, while the call still waits', async () => {
    const { userId, phone } = await newPhone();
    const [read, unread] = [await scanned(userId), await scanned(userId)];
    const login = valueOf(await phone.read(read.key));
    clockAheadMs = MINUTE;
    expect(await phone.read(unread.key)).toEqual({ ok: false, refusal: 'registration-not-found' });
    expect(await login.approve()).toBe(false);
  });

  test('a phone’s answer that no call waits for finds nothing', async () => {
    const { userId, phone } = await newPhone();
    const { attributes: challenge } = await getSecureChallenge(userId);
    const login = valueOf(await phone.read(challenge['CREDFLD_CHALLENGE_KEY'] ?? ''));
    expect(await login.approve()).toBe(false);
  });

  test.each<[string, Fields, string]>([
    ['a key that there is not', { CREDFLD_AUTH_TYPE: 'SCAN', CREDFLD_CHALLENGE_KEY: '1' }, 'STAT_NOT_FOUND'],
    ['a type that is not known', { CREDFLD_AUTH_TYPE: 'TELEPATHY', CREDFLD_CHALLENGE_KEY: '1' }, 'STAT_INVDATA'],
    [
      'a wrong static password',
      { CREDFLD_AUTH_TYPE: 'SCAN', CREDFLD_CHALLENGE_KEY: '1', CREDFLD_PASSWORD: 'x' },
      'STAT_INVCREDENTIALS',
    ],
  ])('authUser refuses %s at once', async (_what, fields, status) => {
    const { userId } = await newPhone();
    expect((await authUser(userId, fields)).statusCode).toBe(status);
  });

  test('authUser does not wait for the challenge of another user', async () => {
    const [jane, max] = [await newPhone(), await newPhone()];
    const { attributes: challenge } = await getSecureChallenge(jane.userId);
    const key = challenge['CREDFLD_CHALLENGE_KEY'] ?? '';
    const fields = { CREDFLD_AUTH_TYPE: 'SCAN', CREDFLD_CHALLENGE_KEY: key };
    expect((await authUser(max.userId, fields)).statusCode).toBe('STAT_NOT_FOUND');
  });
});

describe('push and login (OneSpan §4.5)', () => {
  const METHODS = [
    ['KeywordOnly', 'push'],
    ['Password', PASSWORD],
    ['KeywordPassword', `push${PASSWORD}`],
    ['PasswordKeyword', `${PASSWORD}push`],
  ] as const;

  test.each(METHODS)('authUser pushes where the request method %s is met, and waits', async (method, password) => {
    server.state.options.pushRequest = { method, keyword: 'push' };
    const { userId, phone, device } = await newPhone();
    const answer = authUser(userId, { CREDFLD_PASSWORD: password, CREDFLD_CHALLENGE_MESSAGE: 'It is you?' });
    const login = valueOf(await phone.receive(server.state.challenges));
    expect([login.text, await login.approve()]).toEqual(['It is you?', true]);
    const { statusCode, attributes: fields } = await answer;
    expect([statusCode, fields['CREDFLD_SERIAL_NO']]).toEqual(['STAT_SUCCESS', device.instanceId]);
  });

  test('authUser pushes nothing where the request method is None', async () => {
    server.state.options.pushRequest = { method: 'None', keyword: 'push' };
    const { userId } = await newPhone();
    expect((await authUser(userId, { CREDFLD_PASSWORD: 'push' })).statusCode).toBe('STAT_INVCREDENTIALS');
  });

  test('authUser fails at once without a device that has a notification identifier, and counts nothing', async () => {
    const { userId, account } = await newPhone(false);
    const { statusCode } = await authUser(userId, { CREDFLD_PASSWORD: 'push' });
    expect([statusCode, account.lockCount]).toEqual(['STAT_DIGIPASS_NOT_AVAILABLE', 0]);
  });

  test('authUser says success with a status message, and pushes nothing, where that quirk is on (§4.5)', async () => {
    server.state.options.pushReply = 'seeming-success';
    const { userId } = await newPhone();
    const { statusCode, attributes: fields } = await authUser(userId, { CREDFLD_PASSWORD: 'push' });
    expect([statusCode, fields['CREDFLD_STATUS_MESSAGE']]).toEqual(['STAT_SUCCESS', 'password is wrong']);
  });
});

describe('what goes wrong while a call waits', () => {
  test('a proxy that waits no longer answers 504, and the challenge lives on', async () => {
    const { userId, phone, account } = await newPhone();
    server.faults.once('authUser', fault.proxyTimeout(10));
    const { attributes: challenge } = await getSecureChallenge(userId);
    const key = challenge['CREDFLD_CHALLENGE_KEY'] ?? '';
    const { answer } = await waitForScan(userId, key);
    await expect(answer).rejects.toThrow('Status 504');
    expect(await valueOf(await phone.read(key)).approve()).toBe(true);
    await poll('the success', async () => account.lastAuthenticatedAt !== null);
  });

  test('a proxy that waits long enough passes the answer on', async () => {
    const { userId, phone } = await newPhone();
    server.faults.once('authUser', fault.proxyTimeout(10 * MINUTE));
    const { key, answer } = await scanned(userId);
    await valueOf(await phone.read(key)).approve();
    expect((await answer).statusCode).toBe('STAT_SUCCESS');
  });

  test('a server that dies breaks the waiting call off', async () => {
    const { userId } = await newPhone();
    const { attributes: challenge } = await getSecureChallenge(userId);
    const { answer } = await waitForScan(userId, challenge['CREDFLD_CHALLENGE_KEY'] ?? '', server.soapUrls[1]);
    await server.faults.begin({ kind: 'refused' }, server.soapUrls[1] ?? null);
    await expect(answer).rejects.toThrow(/ECONNRESET|socket hang up/);
  });
});
