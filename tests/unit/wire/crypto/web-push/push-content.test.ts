import { describe, expect, it } from 'vitest';
import {
  arePushKeys,
  decryptPush,
  encryptPush,
  newPushReceiver,
  PUSH_CONTENT_LIMIT,
  type PushReceiver,
} from '@/lib/wire/crypto/web-push/push-content';
import { base64UrlFromBytes, bytesFromBase64Url, utf8, type Bytes } from '@/lib/shared/bytes';
import { systemRandom } from '@/lib/shared/random';
import example from '../../../../vectors/rfc8291-section-5.json';

describe('content of a push message (RFC 8291)', () => {
  it('the content of a push is encrypted as in the example of RFC 8291 §5', async () => {
    const { receiver, sender, salt, content, body } = example;
    const keys = { p256dh: receiver.publicKey, auth: receiver.auth };
    const random = { bytes: () => bytesFromBase64Url(salt) };
    const encrypted = await encryptPush(keys, utf8(content), random, await pairFrom(sender));
    expect(base64UrlFromBytes(encrypted)).toBe(body);
  });

  it('the content of a push is decrypted as in the example of RFC 8291 §5', async () => {
    const auth = bytesFromBase64Url(example.receiver.auth);
    const receiver = { pair: await pairFrom(example.receiver), auth };
    const decrypted = await decryptPush(receiver, bytesFromBase64Url(example.body));
    expect(decrypted).toEqual({ ok: true, value: utf8(example.content) });
  });

  it('the content of a push takes up to one record, and no byte more', async () => {
    const receiver = await newPushReceiver(systemRandom);
    const keys = await keysOf(receiver);
    const longest = systemRandom.bytes(PUSH_CONTENT_LIMIT);
    const body = await encryptPush(keys, longest, systemRandom);
    expect(body).toHaveLength(4_096);
    expect(await decryptPush(receiver, body)).toEqual({ ok: true, value: longest });
    await expect(encryptPush(keys, new Uint8Array(PUSH_CONTENT_LIMIT + 1), systemRandom)).rejects.toThrow(RangeError);
  });

  it('the content of a push has other bytes each time, and the same message inside', async () => {
    const receiver = await newPushReceiver(systemRandom);
    const keys = await keysOf(receiver);
    const first = await encryptPush(keys, utf8('the same'), systemRandom);
    const second = await encryptPush(keys, utf8('the same'), systemRandom);
    expect(first).not.toEqual(second);
    expect(await decryptPush(receiver, second)).toEqual({ ok: true, value: utf8('the same') });
  });

  it('the content of a push does not open for another browser, nor after a bit has changed', async () => {
    const receiver = await newPushReceiver(systemRandom);
    const body = await encryptPush(await keysOf(receiver), utf8('for one browser'), systemRandom);
    const other = await newPushReceiver(systemRandom);
    expect(await decryptPush(other, body)).toEqual({ ok: false, refusal: 'not-authentic' });
    expect(await decryptPush({ ...receiver, auth: other.auth }, body)).toEqual({ ok: false, refusal: 'not-authentic' });
    for (const place of [0, 30, body.length - 1]) {
      const altered: Bytes = body.slice();
      altered[place] = (altered[place] ?? 0) ^ 1;
      expect(await decryptPush(receiver, altered)).toEqual({ ok: false, refusal: 'not-authentic' });
    }
  });

  it('the content of a push is malformed when it is cut, and when its record is longer than it says', async () => {
    const receiver = await newPushReceiver(systemRandom);
    const body = await encryptPush(await keysOf(receiver), utf8('whole'), systemRandom);
    expect(await decryptPush(receiver, body.slice(0, 100))).toEqual({ ok: false, refusal: 'malformed' });
    const short: Bytes = body.slice();
    short.set([0, 0, 0, 18], 16);
    expect(await decryptPush(receiver, short)).toEqual({ ok: false, refusal: 'malformed' });
  });

  it('a push is encrypted for nothing but keys of a subscription: a point of the curve and 16 bytes', async () => {
    const keys = await keysOf(await newPushReceiver(systemRandom));
    expect(await arePushKeys(keys)).toBe(true);
    for (const wrong of [
      { ...keys, p256dh: '' },
      { ...keys, p256dh: keys.p256dh.slice(0, -4) },
      { ...keys, p256dh: base64UrlFromBytes(new Uint8Array(65).fill(4)) },
      { ...keys, p256dh: `${keys.p256dh.slice(0, -1)}*` },
      { ...keys, auth: '' },
      { ...keys, auth: `${keys.auth}AAAA` },
    ]) {
      expect(await arePushKeys(wrong)).toBe(false);
      await expect(encryptPush(wrong, utf8('x'), systemRandom)).rejects.toThrow(RangeError);
    }
  });
});

async function keysOf({ pair, auth }: PushReceiver) {
  const point = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  return { p256dh: base64UrlFromBytes(point), auth: base64UrlFromBytes(auth) };
}

async function pairFrom({ publicKey, privateKey }: Record<'publicKey' | 'privateKey', string>) {
  const algorithm = { name: 'ECDH', namedCurve: 'P-256' };
  const point = bytesFromBase64Url(publicKey);
  const [x, y] = [point.slice(1, 33), point.slice(33)].map(base64UrlFromBytes);
  const jwk = { kty: 'EC', crv: 'P-256', x, y, d: privateKey } as const;
  return {
    publicKey: await crypto.subtle.importKey('raw', point, algorithm, true, []),
    privateKey: await crypto.subtle.importKey('jwk', jwk as JsonWebKey, algorithm, true, ['deriveBits']),
  };
}
