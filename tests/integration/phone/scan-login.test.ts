import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerLogin } from '@/lib/phone/login/answer-login';
import { fetchLoginRequest } from '@/lib/phone/login/fetch-login-request';
import { openLoginRequest } from '@/lib/wire/crypto/messages/login-request-message';
import { authorizationFor } from '@/lib/gateways/embedded/engine/api-key';
import { bytesFromHex } from '@/lib/shared/bytes';
import { MINUTE } from '@/lib/shared/time/duration';
import { systemRandom } from '@/lib/shared/random';
import { BACK_END_KEY, GATEWAY_ID } from '../../support/servers/test-gateway';
import { forEachGateway } from '../../support/servers/use-gateway';
import { rounds } from '../../support/rounds';
import { loginFixture } from '../../support/phones/login-fixture';

const GET = 'authentication/scan/getPreparedSecureChallenge';
const AUTH = 'authentication/scan/authUser';
const CANCEL = 'authentication/scan/cancelAuthUser';
const refused = (statusCodeEnum: string) => ({
  status: 200,
  json: { resultCodes: expect.objectContaining({ returnCode: -1, returnCodeEnum: 'RET_FAILURE', statusCodeEnum }) },
});
const NOT_FOUND = refused('STAT_NOT_FOUND');
const INVALID = refused('STAT_INVALID_PARAMETER');

forEachGateway((fixture) => {
  const { current, otherDevice, openChallenge, post, observe, scanned, read, asked, answer } = loginFixture(fixture);

  test('the phone learns who asks, and signs its person in', async () => {
    const login = await read();
    expect(login.request).toEqual({
      purpose: 'sign-in',
      challengeKey: current.opened.challengeKey,
      secondsLeft: 60,
      userId: fixture().owner.userId,
      domain: 'example.org',
      origin: 'https://id.example.org',
      address: '203.0.113.9',
      browser: 'Firefox  on Windows',
      words: '',
    });
    expect(await answerLogin(login, current.opened.number)).toEqual({ ok: true, value: null });
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
      result: {
        userID: current.device.userId,
        domain: 'example.org',
        orgUnit: '',
        serialNo: current.device.instanceId,
      },
    });
  });

  describe('reading', () => {
    test('a reading consumes the challenge for other phones, and is repeated for the same one', async () => {
      const other = await otherDevice();
      const first = await read();
      expect(await post(GET, await asked(other))).toEqual(NOT_FOUND);
      expect((await read()).request).toEqual(first.request);
      const many = await Promise.all(
        Array.from({ length: 6 }, () => fetchLoginRequest(scanned(), current.device, systemRandom)),
      );
      expect(many.every(({ ok }) => ok)).toBe(true);
      expect(await answerLogin(first, current.opened.number)).toEqual({ ok: true, value: null });
      expect(await post(GET, await asked())).toEqual(NOT_FOUND);
    });

    test('threat: race of two phones: one reads, as often as it asks', async () => {
      const other = await otherDevice();
      const both = [current.device, other, current.device, other, current.device, other];
      const answers = await Promise.all(both.map((by) => fetchLoginRequest(scanned(), by, systemRandom)));
      const readers = both.filter((_by, index) => answers[index]?.ok);
      expect(new Set(readers).size).toBe(1);
      expect(readers).toHaveLength(3);
    });

    test('threat: serial numbers are enumerated: without the device’s key all get the same answer, and nothing is read', async () => {
      const thief = { ...current.device, instanceKey: systemRandom.bytes(32) };
      const plain = { serialNumber: current.device.instanceId, challengeKey: current.opened.challengeKey };
      const unknown = { ...current.device, instanceId: 'VDS0000000-1' };
      await fixture().gateway.lock((await otherDevice()).instanceId);
      for (const call of [
        await asked(thief),
        plain,
        { ...plain, serialNumber: 'VDS0000000-1' },
        { ...plain, serialNumber: 'x' },
        await asked(unknown),
        await asked(current.device, '0'.repeat(32)),
      ])
        expect(await post(GET, call)).toEqual(NOT_FOUND);
      expect(await observe()).toMatchObject({ state: 'waiting', reader: null });
    });

    test.each(['locked', 'removed'])('threat: a device that is %s finds nothing', async (how) => {
      await (how === 'locked'
        ? fixture().gateway.lock(current.device.instanceId)
        : fixture().gateway.remove(current.device.instanceId));
      expect(await post(GET, await asked())).toEqual(NOT_FOUND);
      expect(await observe()).toMatchObject({ state: 'waiting' });
    });

    test('an expired challenge finds nothing', async () => {
      fixture().passTime(MINUTE);
      expect(await post(GET, await asked())).toEqual(NOT_FOUND);
      expect(await observe()).toMatchObject({ state: 'expired', reader: null });
      expect(fixture().test.endedChallenges).toEqual([current.requestKey]);
    });

    test('threat: stolen front-end key: what is answered cannot be read without the instance key', async () => {
      const { json } = await post(GET, await asked());
      const { requestMessage } = (json as { result: { requestMessage: string } }).result;
      const sealed = bytesFromHex(requestMessage);
      expect(await openLoginRequest(systemRandom.bytes(32), current.device.instanceId, sealed)).toEqual({
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
        expect(await fetchLoginRequest(scannedLater, current.device, systemRandom)).toEqual({
          ok: false,
          refusal: 'gateway-not-genuine',
        });
      } finally {
        globalThis.fetch = original;
      }
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
          current.device.instanceId,
          current.device.userId,
          current.opened.challengeKey,
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
        { numRuns: rounds(50, 150) },
      );
      expect((await observe())?.state).not.toBe('approved');
    });
  });

  test('the sweep ends abandoned challenges, and deletes them after a day', async () => {
    fixture().passTime(MINUTE);
    await fixture().gateway.sweep();
    expect(fixture().test.endedChallenges).toContain(current.requestKey);
    expect(await observe()).toMatchObject({ state: 'expired' });
    fixture().passTime(24 * 60 * MINUTE + 1);
    await fixture().gateway.sweep();
    expect(await observe()).toBeNull();
  });
});
