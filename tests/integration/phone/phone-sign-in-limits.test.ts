import { describe, expect, test } from 'vitest';
import type { KnownBrowserId } from '@/lib/accounts/sign-in/known-networks';
import { startPhoneSignIn } from '@/lib/accounts/phone-sign-in/start-phone-sign-in';
import { signIn } from '@/lib/accounts/sign-in/sign-in';
import { answerLogin, declineLogin } from '@/lib/phone/login/answer-login';
import { fetchLoginRequest } from '@/lib/phone/login/fetch-login-request';
import { scanLogin } from '@/lib/phone/login/scan-login';
import { MINUTE, SECOND } from '@/lib/shared/time/duration';
import { systemRandom } from '@/lib/shared/random';
import { valueOf } from '../../support/phones/activate-device';
import { forUseCases } from '../../support/databases/databases';
import { anotherNumber } from '../../support/phones/login-device';
import {
  NOT_FOUND,
  ORIGIN,
  asking,
  right,
  wrong,
  phoneSignInFixture,
} from '../../support/phones/phone-sign-in-fixture';

forUseCases((_name, open) => {
  const { fixture, current, start, read, finish, recordEnds, refusals, answered } = phoneSignInFixture(open);

  describe('limits', () => {
    test('threat: brute force: after three wrong numbers the right one opens nothing, for a while', async () => {
      for (let attempt = 0; attempt < 3; attempt++) await answered(wrong);
      expect(await finish((await answered(right)).secret)).toEqual({ ok: false, refusal: 'too-many-attempts' });
      current.access.clock.pass(15 * MINUTE);
      expect((await finish((await answered(right)).secret)).ok).toBe(true);
    });

    test('a right number in between clears the count', async () => {
      for (const choose of [wrong, wrong, right, wrong, wrong, right]) {
        const { secret } = await answered(choose);
        expect((await finish(secret)).ok).toBe(choose === right);
      }
    });

    test('threat: a stranger who knows the image and a serial number writes nothing about its owner', async () => {
      const stranger = { ...current.device, instanceKey: systemRandom.bytes(32) };
      const started = await start();
      const scanned = valueOf(scanLogin(started.code, fixture().address));
      expect(await fetchLoginRequest(scanned, stranger, systemRandom)).toEqual(NOT_FOUND);
      const login = await read(started);
      for (let attempt = 0; attempt < 5; attempt++) {
        expect(await answerLogin({ ...login, device: stranger }, started.number)).toEqual(NOT_FOUND);
        expect(await declineLogin({ ...login, device: stranger }, 'not-me', systemRandom)).toEqual(NOT_FOUND);
      }
      await recordEnds();
      expect(await refusals()).toEqual([]);
      expect(await current.access.audit.listFor(fixture().owner, 10)).toEqual([]);
      expect(await answerLogin(login, started.number)).toEqual({ ok: true, value: null });
      expect((await finish(started.secret)).ok).toBe(true);
    });

    test('threat: a wrong number delays only the user’s own phones, longer each time, never long', async () => {
      const waits = async (seconds: number) => {
        const early = valueOf(scanLogin((await start()).code, fixture().address));
        expect(await fetchLoginRequest(early, current.device, systemRandom)).toEqual({ ok: false, refusal: 'paused' });
        fixture().passTime(seconds * SECOND);
        return read(await start());
      };
      const first = await start();
      await answerLogin(await read(first), anotherNumber(first.number));
      for (const seconds of [30, 60, 120, 240, 300, 300]) {
        await waits(seconds);
        const again = await start();
        await answerLogin(await read(again), anotherNumber(again.number));
      }
      fixture().passTime(15 * MINUTE);
      expect((await read(await start())).request.userId).toBe(current.device.userId);
    });

    test('threat: a lock-out: wrong passwords, images and sessions of others in the network do not block the user', async () => {
      const known = 'a-known-browser' as KnownBrowserId;
      for (let count = 0; count < 70; count++) {
        await signIn(current.ports, { userId: current.device.userId, password: `guess ${count}` }, ORIGIN);
        await startPhoneSignIn(current.ports, asking(null), ORIGIN);
        await finish(null);
      }
      expect(await startPhoneSignIn(current.ports, asking(null), ORIGIN)).toEqual({
        ok: false,
        refusal: 'too-many-attempts',
      });
      const started = valueOf(await startPhoneSignIn(current.ports, asking(null, known), ORIGIN));
      await answerLogin(await read(started), started.number);
      expect((await finish(started.secret)).ok).toBe(true);
    });

    test('threat: a flood of requests for unapproved sessions: the log does not grow with them', async () => {
      for (let count = 0; count < 70; count++) await finish(null);
      expect(await finish(null)).toEqual({ ok: false, refusal: 'too-many-attempts' });
    });

    test('one address gets so many images, also when it is not known', async () => {
      for (const address of ['203.0.113.9', null]) {
        const origin = { ...ORIGIN, address };
        const codes = [];
        for (let count = 0; count < 61; count++)
          codes.push(await startPhoneSignIn(current.ports, asking(null), origin));
        expect(codes.filter(({ ok }) => ok)).toHaveLength(60);
        expect(codes.at(-1)).toEqual({ ok: false, refusal: 'too-many-attempts' });
      }
    });
  });
});
