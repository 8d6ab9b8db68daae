import { describe, expect, test } from 'vitest';
import { answerLogin, declineLogin } from '@/lib/phone/login/answer-login';
import type { LoginDevice } from '@/lib/phone/login/login-steps';
import { sealLoginRefusal } from '@/lib/wire/crypto/messages/login-refusal-message';
import { signLogin } from '@/lib/wire/crypto/messages/login-signature';
import { hexFromBytes } from '@/lib/shared/bytes';
import { MINUTE } from '@/lib/shared/time/duration';
import { LOGIN_NUMBERS } from '@/lib/gateways/embedded/engine/challenges/login-numbers';
import { systemRandom } from '@/lib/shared/random';
import { anotherNumber } from '../../support/phones/login-device';
import { forEachGateway } from '../../support/servers/use-gateway';
import { loginFixture } from '../../support/phones/login-fixture';

const AUTH = 'authentication/scan/authUser';
const CANCEL = 'authentication/scan/cancelAuthUser';
const refused = (statusCodeEnum: string) => ({
  status: 200,
  json: { resultCodes: expect.objectContaining({ returnCode: -1, returnCodeEnum: 'RET_FAILURE', statusCodeEnum }) },
});
const NOT_FOUND = refused('STAT_NOT_FOUND');

forEachGateway((fixture) => {
  const { current, otherDevice, post, observe, read, sign, answer } = loginFixture(fixture);

  describe('answering', () => {
    test('an answer to a request that was not read, or has expired, finds nothing', async () => {
      expect(await post(AUTH, await answer())).toEqual(NOT_FOUND);
      expect(await observe()).toMatchObject({ state: 'waiting' });
      await read();
      fixture().passTime(MINUTE);
      expect(await post(AUTH, await answer())).toEqual(NOT_FOUND);
      expect(await observe()).toMatchObject({ state: 'expired' });
    });

    test('a repeated right number is accepted until it expires, also once the browser has its session', async () => {
      const login = await read();
      const accepted = { ok: true, value: null };
      const many = await Promise.all(Array.from({ length: 6 }, () => answerLogin(login, current.opened.number)));
      expect(many).toEqual(many.map(() => accepted));
      expect(await observe()).toMatchObject({ state: 'approved', version: 2 });
      expect(await answerLogin(login, anotherNumber(current.opened.number))).toEqual({
        ok: false,
        refusal: 'login-not-found',
      });
      expect((await fixture().gateway.redeemChallenge(current.requestKey)).ok).toBe(true);
      expect(await answerLogin(login, current.opened.number)).toEqual(accepted);
      expect((await fixture().gateway.redeemChallenge(current.requestKey)).ok).toBe(false);
      fixture().passTime(MINUTE);
      expect(await answerLogin(login, current.opened.number)).toEqual({ ok: false, refusal: 'login-not-found' });
    });

    test('threat: brute force: one wrong number, and it is over', async () => {
      const login = await read();
      const wrong = anotherNumber(current.opened.number);
      for (let time = 0; time < 2; time++)
        expect(await answerLogin(login, wrong)).toEqual({ ok: false, refusal: 'wrong-number' });
      expect(await answerLogin(login, current.opened.number)).toEqual({ ok: false, refusal: 'login-not-found' });
      expect(await observe()).toMatchObject({ state: 'refused', reason: 'wrong-number' });
      expect(fixture().test.endedChallenges).toEqual([current.requestKey]);
    });

    test('threat: brute force: many numbers at once are one try', async () => {
      const login = await read();
      const numbers = [current.opened.number, ...LOGIN_NUMBERS.slice(0, 9)];
      const answers = await Promise.all(numbers.map((number) => answerLogin(login, number)));
      expect(answers.slice(1).filter(({ ok }, index) => ok && numbers[index + 1] !== current.opened.number)).toEqual(
        [],
      );
      expect(['approved', 'refused']).toContain((await observe())?.state);
      const late = await answerLogin(login, current.opened.number);
      expect(late.ok).toBe((await observe())?.state === 'approved');
    });

    test('threat: stolen front-end key: what the phone has not signed changes nothing, and the phone goes on', async () => {
      const login = await read();
      const other = await otherDevice();
      const { challengeKey, number } = current.opened;
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
      expect(await answerLogin(login, current.opened.number)).toEqual({ ok: true, value: null });
    });

    test('threat: a device that was locked since it read ends it, once it answers', async () => {
      await read();
      await fixture().gateway.lock(current.device.instanceId);
      expect(await post(AUTH, await answer({ signature: '1'.repeat(16) }))).toEqual(NOT_FOUND);
      expect(await observe()).toMatchObject({ state: 'scanned' });
      expect(await post(AUTH, await answer())).toEqual(NOT_FOUND);
      expect(await observe()).toMatchObject({ state: 'refused', reason: 'device-not-usable' });
    });

    test('threat: a device that was removed since it read signs no one in', async () => {
      await read();
      await fixture().gateway.remove(current.device.instanceId);
      expect(await post(AUTH, await answer())).toEqual(NOT_FOUND);
      expect((await fixture().gateway.redeemChallenge(current.requestKey)).ok).toBe(false);
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
      expect(fixture().test.endedChallenges).toEqual([current.requestKey]);
    });

    test('threat: a phone other than the one that read the request cannot answer it', async () => {
      const { challengeKey } = current.opened;
      const wrap = async (by: LoginDevice) => ({
        serialNumber: by.instanceId,
        challengeKey: hexFromBytes(
          await sealLoginRefusal(by.instanceKey, by.instanceId, { challengeKey, reason: 'not-me' }, new Uint8Array(12)),
        ),
      });
      expect(await post(CANCEL, await wrap(current.device))).toEqual(NOT_FOUND);
      await read();
      expect(await post(CANCEL, { serialNumber: current.device.instanceId, challengeKey })).toEqual(NOT_FOUND);
      expect(await post(CANCEL, await wrap({ ...current.device, instanceKey: systemRandom.bytes(32) }))).toEqual(
        NOT_FOUND,
      );
      const other = await otherDevice();
      expect(await post(CANCEL, await wrap(other))).toEqual(NOT_FOUND);
      expect(await post(CANCEL, { ...(await wrap(current.device)), serialNumber: 'VDS0000000-1' })).toEqual(NOT_FOUND);
      expect(await observe()).toMatchObject({ state: 'scanned' });
    });
  });
});
