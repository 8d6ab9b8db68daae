import * as fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { answerLogin, declineLogin } from '@/lib/phone/login/answer-login';
import { fetchLoginRequest } from '@/lib/phone/login/fetch-login-request';
import { scanLogin } from '@/lib/phone/login/scan-login';
import type { LoginDevice, LoginRequest } from '@/lib/phone/login/login-steps';
import { sealLoginReading } from '@/lib/crypto/messages/login-reading-message';
import { sealLoginRefusal } from '@/lib/crypto/messages/login-refusal-message';
import { openLoginRequest } from '@/lib/crypto/messages/login-request-message';
import { signLogin } from '@/lib/crypto/messages/login-signature';
import { authorizationFor } from '@/lib/gateways/embedded/engine/api-key';
import { LOGIN_NUMBERS } from '@/lib/gateways/embedded/engine/challenges/login-numbers';
import type { OpenedChallenge } from '@/lib/gateways/embedded/engine/challenges/open-challenge';
import { bytesFromHex, hexFromBytes } from '@/lib/shared/bytes';
import { MINUTE } from '@/lib/shared/time/duration';
import { formatLoginCode } from '@/lib/shared/codes/login-code';
import { systemRandom } from '@/lib/shared/random';
import { valueOf } from '../../support/phones/activate-device';
import { forEachDatabase } from '../../support/databases/databases';
import { anotherNumber, loginDevice } from '../../support/phones/login-device';
import { BACK_END_KEY, GATEWAY_ID } from '../../support/servers/test-gateway';
import { useGateway } from '../../support/servers/use-gateway';

const GET = 'authentication/scan/getPreparedSecureChallenge';
const AUTH = 'authentication/scan/authUser';
const CANCEL = 'authentication/scan/cancelAuthUser';

const refused = (statusCodeEnum: string) => ({
  status: 200,
  json: { resultCodes: expect.objectContaining({ returnCode: -1, returnCodeEnum: 'RET_FAILURE', statusCodeEnum }) },
});
const NOT_FOUND = refused('STAT_NOT_FOUND');
const INVALID = refused('STAT_INVALID_PARAMETER');

let requests = 0;

forEachDatabase((_database, open) => {
  const fixture = useGateway(open);
  let requestKey: string;
  let device: LoginDevice;
  let opened: OpenedChallenge;

  beforeEach(async () => {
    device = await loginDevice(await fixture().register(), fixture().address);
    opened = await openChallenge();
  });

  /** Of another person. */
  async function otherDevice(): Promise<LoginDevice> {
    const owner = { userId: `${device.userId}.other`, domain: 'example.org' };
    return loginDevice(valueOf(await fixture().gateway.register(owner)), fixture().address);
  }

  async function openChallenge(): Promise<OpenedChallenge> {
    requests += 1;
    requestKey = `request ${requests}`;
    const asking = { address: '203.0.113.9', browser: 'Firefox; on\nWindows', addressee: null };
    const purpose = 'sign-in';
    return fixture().gateway.openChallenge({ requestKey, purpose, origin: 'https://id.example.org', ...asking });
  }

  const post = (service: string, fields: object) => fixture().post(service, JSON.stringify(fields));
  const observe = () => fixture().gateway.observeChallenge(requestKey);
  const scanned = (code = opened) =>
    valueOf(scanLogin(formatLoginCode({ challengeKey: code.challengeKey, gatewayId: GATEWAY_ID }), fixture().address));
  const read = async (by = device): Promise<LoginRequest> =>
    valueOf(await fetchLoginRequest(scanned(), by, systemRandom));
  const asked = async (by = device, challengeKey = opened.challengeKey) => ({
    serialNumber: by.instanceId,
    challengeKey: hexFromBytes(
      await sealLoginReading(by.instanceKey, by.instanceId, challengeKey, systemRandom.bytes(12)),
    ),
  });
  const sign = (key = device.instanceKey, number = opened.number) =>
    signLogin(key, {
      ...device,
      challengeKey: opened.challengeKey,
      origin: 'https://id.example.org',
      number,
    });
  const answer = async (changes: object = {}) => ({
    userID: device.userId,
    domain: device.domain,
    challengeKey: opened.challengeKey,
    signature: await sign(),
    ...changes,
  });

  test('the phone learns who asks, and signs its person in', async () => {
    const login = await read();
    expect(login.request).toEqual({
      purpose: 'sign-in',
      challengeKey: opened.challengeKey,
      secondsLeft: 60,
      userId: fixture().owner.userId,
      domain: 'example.org',
      origin: 'https://id.example.org',
      address: '203.0.113.9',
      browser: 'Firefox  on Windows',
    });
    expect(await answerLogin(login, opened.number)).toEqual({ ok: true, value: null });
    expect(await observe()).toMatchObject({ state: 'approved' });
    const [instance] = await fixture().gateway.listInstances(fixture().owner);
    expect(instance?.lastUsedAt).toEqual(fixture().now);
  });

  test('the answers have the contract’s fields', async () => {
    const first = await post(GET, await asked());
    expect(first.json).toEqual({
      resultCodes: { returnCodeEnum: 'RET_SUCCESS', statusCodeEnum: 'STAT_SUCCESS', returnCode: 0, statusCode: 0 },
      result: { requestMessage: expect.stringMatching(/^([0-9a-f]{2})+$/) },
    });
    const { domain: _optional, ...withoutDomain } = await answer();
    const second = await post(AUTH, withoutDomain);
    expect(second.json).toMatchObject({
      resultCodes: { returnCode: 0 },
      result: { userID: device.userId, domain: 'example.org', orgUnit: '', serialNo: device.instanceId },
    });
  });

  describe('reading', () => {
    test('consumes the challenge for every other phone; the same one is answered again, for it may have lost the answer', async () => {
      const other = await otherDevice();
      const first = await read();
      expect(await post(GET, await asked(other))).toEqual(NOT_FOUND);
      expect((await read()).request).toEqual(first.request);
      const many = await Promise.all(
        Array.from({ length: 6 }, () => fetchLoginRequest(scanned(), device, systemRandom)),
      );
      expect(many.every(({ ok }) => ok)).toBe(true);
      expect(await answerLogin(first, opened.number)).toEqual({ ok: true, value: null });
      expect(await post(GET, await asked())).toEqual(NOT_FOUND);
    });

    test('threat: race of two phones: one reads, as often as it asks', async () => {
      const other = await otherDevice();
      const both = [device, other, device, other, device, other];
      const answers = await Promise.all(both.map((by) => fetchLoginRequest(scanned(), by, systemRandom)));
      const readers = both.filter((_by, index) => answers[index]?.ok);
      expect(new Set(readers).size).toBe(1);
      expect(readers).toHaveLength(3);
    });

    test('threat: serial numbers cannot be enumerated: without the device’s key all are answered alike, and nothing is read', async () => {
      const thief = { ...device, instanceKey: systemRandom.bytes(32) };
      const plain = { serialNumber: device.instanceId, challengeKey: opened.challengeKey };
      const unknown = { ...device, instanceId: 'VDS0000000-1' };
      await fixture().gateway.lock((await otherDevice()).instanceId);
      for (const call of [
        await asked(thief),
        plain,
        { ...plain, serialNumber: 'VDS0000000-1' },
        { ...plain, serialNumber: 'x' },
        await asked(unknown),
        await asked(device, '0'.repeat(32)),
      ])
        expect(await post(GET, call)).toEqual(NOT_FOUND);
      expect(await observe()).toMatchObject({ state: 'waiting', reader: null });
    });

    test.each(['locked', 'removed'])('threat: a device that is %s finds nothing', async (how) => {
      await (how === 'locked'
        ? fixture().gateway.lock(device.instanceId)
        : fixture().gateway.remove(device.instanceId));
      expect(await post(GET, await asked())).toEqual(NOT_FOUND);
      expect(await observe()).toMatchObject({ state: 'waiting' });
    });

    test('an expired challenge finds nothing', async () => {
      fixture().passTime(MINUTE);
      expect(await post(GET, await asked())).toEqual(NOT_FOUND);
      expect(await observe()).toMatchObject({ state: 'expired', reader: null });
      expect(fixture().test.endedChallenges).toEqual([requestKey]);
    });

    test('threat: stolen front-end key: what is answered cannot be read without the instance key', async () => {
      const { json } = await post(GET, await asked());
      const { requestMessage } = (json as { result: { requestMessage: string } }).result;
      const sealed = bytesFromHex(requestMessage);
      expect(await openLoginRequest(systemRandom.bytes(32), device.instanceId, sealed)).toEqual({
        ok: false,
        refusal: 'not-authentic',
      });
    });

    test('threat: replay: an old message of another challenge is not believed', async () => {
      const { json } = await post(GET, await asked());
      const { requestMessage } = (json as { result: { requestMessage: string } }).result;
      const later = await openChallenge();
      const { gatewayUrl } = fixture().address;
      const line = { gatewayUrl: `${gatewayUrl}/replay`, gatewayId: GATEWAY_ID, frontEndKey: '' };
      const original = globalThis.fetch;
      const replay = { resultCodes: { returnCode: 0 }, result: { requestMessage } };
      globalThis.fetch = () => Promise.resolve(Response.json(replay));
      try {
        const scannedLater = { way: 'scan', challengeKey: later.challengeKey, gateway: line } as const;
        expect(await fetchLoginRequest(scannedLater, device, systemRandom)).toEqual({
          ok: false,
          refusal: 'gateway-not-genuine',
        });
      } finally {
        globalThis.fetch = original;
      }
    });
  });

  describe('answering', () => {
    test('answering a request before it is read, or when it has expired, finds nothing', async () => {
      expect(await post(AUTH, await answer())).toEqual(NOT_FOUND);
      expect(await observe()).toMatchObject({ state: 'waiting' });
      await read();
      fixture().passTime(MINUTE);
      expect(await post(AUTH, await answer())).toEqual(NOT_FOUND);
      expect(await observe()).toMatchObject({ state: 'expired' });
    });

    test('the same right number again is taken again while its time lasts, also once the browser has its session', async () => {
      const login = await read();
      const accepted = { ok: true, value: null };
      const many = await Promise.all(Array.from({ length: 6 }, () => answerLogin(login, opened.number)));
      expect(many).toEqual(many.map(() => accepted));
      expect(await observe()).toMatchObject({ state: 'approved', version: 2 });
      expect(await answerLogin(login, anotherNumber(opened.number))).toEqual({ ok: false, refusal: 'login-not-found' });
      expect((await fixture().gateway.redeemChallenge(requestKey)).ok).toBe(true);
      expect(await answerLogin(login, opened.number)).toEqual(accepted);
      expect((await fixture().gateway.redeemChallenge(requestKey)).ok).toBe(false);
      fixture().passTime(MINUTE);
      expect(await answerLogin(login, opened.number)).toEqual({ ok: false, refusal: 'login-not-found' });
    });

    test('threat: brute force: one wrong number, and it is over', async () => {
      const login = await read();
      const wrong = anotherNumber(opened.number);
      for (let time = 0; time < 2; time++)
        expect(await answerLogin(login, wrong)).toEqual({ ok: false, refusal: 'wrong-number' });
      expect(await answerLogin(login, opened.number)).toEqual({ ok: false, refusal: 'login-not-found' });
      expect(await observe()).toMatchObject({ state: 'refused', reason: 'wrong-number' });
      expect(fixture().test.endedChallenges).toEqual([requestKey]);
    });

    test('threat: brute force: many numbers at once are one try', async () => {
      const login = await read();
      const numbers = [opened.number, ...LOGIN_NUMBERS.slice(0, 9)];
      const answers = await Promise.all(numbers.map((number) => answerLogin(login, number)));
      expect(answers.slice(1).filter(({ ok }, index) => ok && numbers[index + 1] !== opened.number)).toEqual([]);
      expect(['approved', 'refused']).toContain((await observe())?.state);
      const late = await answerLogin(login, opened.number);
      expect(late.ok).toBe((await observe())?.state === 'approved');
    });

    test('threat: stolen front-end key: what the phone has not signed changes nothing, and the phone goes on', async () => {
      const login = await read();
      const other = await otherDevice();
      const { challengeKey, number } = opened;
      const own = { ...other, challengeKey, origin: 'https://id.example.org', number };
      for (const change of [
        { signature: await sign(systemRandom.bytes(32)) },
        { userID: other.userId, signature: await signLogin(other.instanceKey, own) },
        { userID: 'somebody.else' },
        { domain: 'example.com' },
      ])
        expect(await post(AUTH, await answer(change))).toEqual(NOT_FOUND);
      expect(await observe()).toMatchObject({ state: 'scanned' });
      expect(fixture().test.endedChallenges).toEqual([]);
      expect(await answerLogin(login, opened.number)).toEqual({ ok: true, value: null });
    });

    test('threat: a device that was locked since it read ends it, once it answers', async () => {
      await read();
      await fixture().gateway.lock(device.instanceId);
      expect(await post(AUTH, await answer({ signature: '1'.repeat(16) }))).toEqual(NOT_FOUND);
      expect(await observe()).toMatchObject({ state: 'scanned' });
      expect(await post(AUTH, await answer())).toEqual(NOT_FOUND);
      expect(await observe()).toMatchObject({ state: 'refused', reason: 'device-not-usable' });
    });

    test('threat: a device that was removed since it read signs nobody in', async () => {
      await read();
      await fixture().gateway.remove(device.instanceId);
      expect(await post(AUTH, await answer())).toEqual(NOT_FOUND);
      expect((await fixture().gateway.redeemChallenge(requestKey)).ok).toBe(false);
    });
  });

  describe('saying no', () => {
    test.each([
      ['cancelled', 'cancelled-on-phone'],
      ['not-me', 'not-me'],
    ] as const)('%s ends it, once, however often it is said', async (said, reason) => {
      const login = await read();
      const many = await Promise.all(Array.from({ length: 4 }, () => declineLogin(login, said, systemRandom)));
      expect(many).toEqual(many.map(() => ({ ok: true, value: null })));
      const other = said === 'not-me' ? 'cancelled' : 'not-me';
      expect(await declineLogin(login, other, systemRandom)).toEqual({ ok: false, refusal: 'login-not-found' });
      expect(await observe()).toMatchObject({ state: 'refused', reason });
      expect(fixture().test.endedChallenges).toEqual([requestKey]);
    });

    test('threat: nobody but the phone that read it can', async () => {
      const { challengeKey } = opened;
      const wrap = async (by: LoginDevice) => ({
        serialNumber: by.instanceId,
        challengeKey: hexFromBytes(
          await sealLoginRefusal(by.instanceKey, by.instanceId, { challengeKey, reason: 'not-me' }, new Uint8Array(12)),
        ),
      });
      expect(await post(CANCEL, await wrap(device))).toEqual(NOT_FOUND);
      await read();
      expect(await post(CANCEL, { serialNumber: device.instanceId, challengeKey })).toEqual(NOT_FOUND);
      expect(await post(CANCEL, await wrap({ ...device, instanceKey: systemRandom.bytes(32) }))).toEqual(NOT_FOUND);
      const other = await otherDevice();
      expect(await post(CANCEL, await wrap(other))).toEqual(NOT_FOUND);
      expect(await post(CANCEL, { ...(await wrap(device)), serialNumber: 'VDS0000000-1' })).toEqual(NOT_FOUND);
      expect(await observe()).toMatchObject({ state: 'scanned' });
    });
  });

  describe('bad calls', () => {
    test.each([GET, AUTH, CANCEL])('%s takes the front-end key alone', async (service) => {
      for (const authorization of [null, authorizationFor(BACK_END_KEY), authorizationFor('0'.repeat(64)), 'Basic'])
        expect((await fixture().post(service, '{}', authorization)).status).toBe(401);
      expect((await fixture().post(service, 'not json')).status).toBe(400);
      expect((await fixture().post(service, JSON.stringify({ x: 'y'.repeat(17_000) }))).status).toBe(413);
    });

    test('a missing, mistyped or oversize field is told apart from an unknown key', async () => {
      const whole = {
        [GET]: await asked(),
        [AUTH]: await answer(),
        [CANCEL]: { ...(await asked()), challengeKey: 'ab' },
      };
      for (const [service, fields] of Object.entries(whole)) {
        for (const name of Object.keys(fields)) {
          const bad = name === 'domain' ? [7, 'x'.repeat(256)] : [undefined, null, 7, '', [], 'x'.repeat(1_000)];
          for (const value of bad) {
            const { status, json } = await post(service, { ...fields, [name]: value });
            expect({ status, json }, `${service} ${name} ${String(value)}`).toEqual(INVALID);
          }
        }
      }
      expect(await observe()).toMatchObject({ state: 'waiting' });
    });

    test('threat: no values whatever get a fault, or past a challenge that was read', async () => {
      await read();
      const text = fc.oneof(
        fc.string({ unit: 'binary', maxLength: 80 }),
        fc.constantFrom(
          device.instanceId,
          device.userId,
          opened.challengeKey,
          '\u0000',
          '1'.repeat(16),
          'ab'.repeat(40),
        ),
        fc.jsonValue(),
      );
      const fields = fc.dictionary(
        fc.constantFrom('serialNumber', 'userID', 'domain', 'challengeKey', 'signature', 'toString'),
        text,
      );
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(GET, AUTH, CANCEL), fields, async (service, body) => {
          const { status, json } = await post(service, body);
          expect(status).toBe(200);
          expect(json).toMatchObject({ resultCodes: { returnCode: -1 } });
        }),
        { numRuns: 150 },
      );
      expect((await observe())?.state).not.toBe('approved');
    });
  });

  test('the sweep ends what was left lying, and forgets it after a day', async () => {
    fixture().passTime(MINUTE);
    await fixture().gateway.sweep();
    expect(fixture().test.endedChallenges).toContain(requestKey);
    expect(await observe()).toMatchObject({ state: 'expired' });
    fixture().passTime(24 * 60 * MINUTE + 1);
    await fixture().gateway.sweep();
    expect(await observe()).toBeNull();
  });
});
