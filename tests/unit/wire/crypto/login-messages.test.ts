import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openLoginReading, sealLoginReading } from '@/lib/wire/crypto/messages/login-reading-message';
import { openLoginRefusal, sealLoginRefusal } from '@/lib/wire/crypto/messages/login-refusal-message';
import {
  openLoginRequest,
  sealLoginRequest,
  type LoginRequestMessage,
} from '@/lib/wire/crypto/messages/login-request-message';
import { signLogin } from '@/lib/wire/crypto/messages/login-signature';
import { openPush, sealPush } from '@/lib/wire/crypto/messages/push-message';
import { sealForChannel } from '@/lib/wire/crypto/secure-channel';
import { bytesFromHex, hexFromBytes, utf8 } from '@/lib/shared/bytes';
import { systemRandom } from '@/lib/shared/random';
import vector from '../../../vectors/login-messages.json' with { type: 'json' };

const instanceKey = bytesFromHex(vector.instanceKey);
const { instanceId, challengeKey } = vector;
const iv = bytesFromHex(vector.iv);
const request: LoginRequestMessage = {
  purpose: 'sign-in',
  challengeKey,
  secondsLeft: 58,
  userId: 'jane.doe',
  domain: 'example.org',
  origin: 'https://id.example.org',
  address: '203.0.113.9',
  browser: 'Firefox on Windows',
  words: '',
};

describe('the push', () => {
  test('the sealed push has the bytes that the profile fixes, with the challenge key at index 2', async () => {
    expect(hexFromBytes(await sealPush(instanceKey, instanceId, challengeKey, iv))).toBe(vector.sealedPush);
    const sealed = await sealForChannel(instanceKey, 'push', instanceId, utf8(`01;90;${challengeKey}`), iv);
    expect(hexFromBytes(sealed)).toBe(vector.sealedPush);
    expect(await openPush(instanceKey, instanceId, sealed)).toEqual({ ok: true, value: challengeKey });
  });

  test('threat: another device, another key and another purpose open nothing', async () => {
    const sealed = bytesFromHex(vector.sealedPush);
    const refused = { ok: false, refusal: 'not-authentic' };
    expect(await openPush(instanceKey, 'VDS1000042-2', sealed)).toEqual(refused);
    expect(await openPush(new Uint8Array(32), instanceId, sealed)).toEqual(refused);
    expect(await openPush(instanceKey, instanceId, bytesFromHex(vector.sealedLoginRequest))).toEqual(refused);
  });

  test.each(['', '01;90', '01;91;'.concat(challengeKey), `01;90;${challengeKey};more`, '01;90;0A0B'])(
    '%j is malformed',
    async (text) => {
      const sealed = await sealForChannel(instanceKey, 'push', instanceId, utf8(text), iv);
      expect(await openPush(instanceKey, instanceId, sealed)).toEqual({ ok: false, refusal: 'malformed-push' });
    },
  );
});

describe('the login request', () => {
  test('the sealed login request has the bytes of the profile, with user and domain at indexes 4 and 5', async () => {
    expect(hexFromBytes(await sealLoginRequest(instanceKey, instanceId, request, iv))).toBe(vector.sealedLoginRequest);
    expect(vector.requestText.split(';').slice(4, 6)).toEqual([request.userId, request.domain]);
    const opened = await openLoginRequest(instanceKey, instanceId, bytesFromHex(vector.sealedLoginRequest));
    expect(opened).toEqual({ ok: true, value: request });
  });

  test.each(['caller-check', 'bind-device', 'step-up'] as const)('one for a %s says so', async (purpose) => {
    const asked: LoginRequestMessage = { ...request, purpose, ...(purpose === 'caller-check' && { address: '' }) };
    const sealed = await sealLoginRequest(instanceKey, instanceId, asked, iv);
    expect(await openLoginRequest(instanceKey, instanceId, sealed)).toEqual({ ok: true, value: asked });
  });

  test('the two words of a caller check stand where an address does, so that an earlier app reads the request', async () => {
    const asked: LoginRequestMessage = { ...request, purpose: 'caller-check', address: '', words: 'amber falcon' };
    const sealed = await sealLoginRequest(instanceKey, instanceId, asked, iv);
    const text = `01;90;${challengeKey};58;jane.doe;example.org;https://id.example.org;amber falcon;Firefox on Windows;caller-check`;
    expect(sealed).toEqual(await sealForChannel(instanceKey, 'login request', instanceId, utf8(text), iv));
    expect(await openLoginRequest(instanceKey, instanceId, sealed)).toEqual({ ok: true, value: asked });
    const withoutWords = text.replace('amber falcon', '');
    const earlier = await sealForChannel(instanceKey, 'login request', instanceId, utf8(withoutWords), iv);
    expect(await openLoginRequest(instanceKey, instanceId, earlier)).toEqual({
      ok: true,
      value: { ...asked, words: '' },
    });
  });

  test('a purpose other than sign-in is at index 9 of the login request, and an unknown one is refused', async () => {
    expect(vector.requestText.split(';')).toHaveLength(9);
    for (const more of [';sign-in', ';', ';caller-check;more', ';bind-devices']) {
      const changed = await sealForChannel(
        instanceKey,
        'login request',
        instanceId,
        utf8(vector.requestText + more),
        iv,
      );
      expect(await openLoginRequest(instanceKey, instanceId, changed)).toEqual({
        ok: false,
        refusal: 'malformed-login-request',
      });
    }
  });

  test('a login request may leave out domain and address', async () => {
    const bare = { ...request, domain: '', address: '' };
    const sealed = await sealLoginRequest(instanceKey, instanceId, bare, iv);
    expect(await openLoginRequest(instanceKey, instanceId, sealed)).toEqual({ ok: true, value: bare });
  });

  test('threat: another device, another key and any changed byte open nothing', async () => {
    const sealed = bytesFromHex(vector.sealedLoginRequest);
    const refused = { ok: false, refusal: 'not-authentic' };
    expect(await openLoginRequest(instanceKey, 'VDS1000042-2', sealed)).toEqual(refused);
    expect(await openLoginRequest(new Uint8Array(32), instanceId, sealed)).toEqual(refused);
    await fc.assert(
      fc.asyncProperty(fc.nat(sealed.length - 1), fc.integer({ min: 1, max: 255 }), async (index, change) => {
        const changed = sealed.slice();
        changed[index] = (changed[index] ?? 0) ^ change;
        expect(await openLoginRequest(instanceKey, instanceId, changed)).toEqual(refused);
      }),
      { numRuns: 50 },
    );
  });

  test('threat: a message for another purpose is not taken for it', async () => {
    const sealed = await sealForChannel(instanceKey, 'notification', instanceId, utf8(vector.requestText), iv);
    expect((await openLoginRequest(instanceKey, instanceId, sealed)).ok).toBe(false);
  });

  test.each([
    ['', 'nothing'],
    ['01;91;k;58;u;d;o;a;b', 'another type'],
    ['02;90;k;58;u;d;o;a;b', 'another version'],
    ['01;90;k;58;u;d;o;a', 'no browser'],
    ['01;90;k;58;u;d;o;a;b;17;42;86', 'numbers to choose from'],
    ['01;90;k;-1;u;d;o;a;b', 'a time that is none'],
    ['01;90;k;58;;d;o;a;b', 'no user'],
  ])('%j (%s) is malformed', async (text) => {
    const sealed = await sealForChannel(instanceKey, 'login request', instanceId, utf8(text), iv);
    expect(await openLoginRequest(instanceKey, instanceId, sealed)).toEqual({
      ok: false,
      refusal: 'malformed-login-request',
    });
  });

  test('threat: no value can shift the ones behind it', async () => {
    for (const change of [{ browser: 'a;b' }, { address: '1;2' }, { userId: 'a;b' }, { origin: 'x\ny' }])
      await expect(sealLoginRequest(instanceKey, instanceId, { ...request, ...change }, iv)).rejects.toThrow(
        RangeError,
      );
  });
});

async function openedRefusal(text: string) {
  const sealed = await sealForChannel(instanceKey, 'login refusal', instanceId, utf8(text), iv);
  return openLoginRefusal(instanceKey, instanceId, sealed);
}

describe('the login reading', () => {
  test('the sealed login reading has the bytes that the profile fixes', async () => {
    expect(hexFromBytes(await sealLoginReading(instanceKey, instanceId, challengeKey, iv))).toBe(
      vector.sealedLoginReading,
    );
    const sealed = bytesFromHex(vector.sealedLoginReading);
    expect(await openLoginReading(instanceKey, instanceId, sealed)).toEqual({ ok: true, value: challengeKey });
  });

  test('threat: another device, another key, another purpose and the key as it is open nothing', async () => {
    const refused = { ok: false, refusal: 'not-authentic' };
    const sealed = bytesFromHex(vector.sealedLoginReading);
    expect(await openLoginReading(instanceKey, 'VDS1000042-2', sealed)).toEqual(refused);
    expect(await openLoginReading(new Uint8Array(32), instanceId, sealed)).toEqual(refused);
    expect(await openLoginReading(instanceKey, instanceId, bytesFromHex(vector.sealedLoginRefusal))).toEqual(refused);
    expect(await openLoginReading(instanceKey, instanceId, bytesFromHex(challengeKey))).toEqual(refused);
  });
});

describe('the login refusal', () => {
  test('the sealed login refusal has the bytes that the profile fixes', async () => {
    const sealed = await sealLoginRefusal(instanceKey, instanceId, { challengeKey, reason: 'not-me' }, iv);
    expect(hexFromBytes(sealed)).toBe(vector.sealedLoginRefusal);
    expect(await openLoginRefusal(instanceKey, instanceId, sealed)).toEqual({
      ok: true,
      value: { challengeKey, reason: 'not-me' },
    });
  });

  test('a login refusal without a reason is a cancellation, and with an unknown one nothing', async () => {
    expect(await openedRefusal(challengeKey)).toEqual({ ok: true, value: { challengeKey, reason: 'cancelled' } });
    expect(await openedRefusal(`${challengeKey};other`)).toEqual({ ok: false, refusal: 'not-authentic' });
    expect(await openedRefusal(`${challengeKey};cancelled;more`)).toEqual({ ok: false, refusal: 'not-authentic' });
  });
});

describe('the login signature', () => {
  const login = { ...request, instanceId, number: '42' };

  test('the login signature has the digits that the profile fixes', async () => {
    expect(await signLogin(instanceKey, login)).toBe(vector.loginSignature);
  });

  test('threat: replay: it holds for one challenge, device, person, site and number', async () => {
    const changes = [
      { challengeKey: '0'.repeat(32) },
      { instanceId: 'VDS1000042-2' },
      { userId: 'john.doe' },
      { domain: '' },
      { origin: 'https://id.example.com' },
      { number: '17' },
    ];
    const signatures = await Promise.all(changes.map((change) => signLogin(instanceKey, { ...login, ...change })));
    signatures.push(vector.loginSignature, await signLogin(systemRandom.bytes(32), login));
    expect(new Set(signatures).size).toBe(changes.length + 2);
  });
});
