import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  encodeImageSignature,
  parseImageSignature,
  signImage,
  IMAGE_SIGNATURE_BYTES,
  verifyImageSignature,
  type ImageSignature,
} from '@/lib/wire/image/colour/image-signature';
import { bytesFromHex } from '@/lib/shared/bytes';
import { signingKeys } from '../../../lab/issue-sample';

const IMAGE = { payload: '01;01;jane.doe;mydomain.com;e3wfISG9;Tb048aX1', origin: 'https://id.example.org' };
const STAMP = { keyId: '5eed0001', issuedAt: 1_795_600_000 };

let keys: CryptoKeyPair;
let signature: ImageSignature;

beforeAll(async () => {
  keys = await signingKeys();
  signature = await signImage({ ...IMAGE, ...STAMP }, keys.privateKey);
});

const verify = (changed: ImageSignature, image: Partial<typeof IMAGE> = {}): Promise<boolean> =>
  verifyImageSignature(changed, { ...IMAGE, ...image, publicKey: keys.publicKey });

describe('the bytes of a signature', () => {
  test('the encoded signature has version, key ID, issue time and signature', () => {
    const bytes = encodeImageSignature({ ...STAMP, bytes: new Uint8Array(64).fill(0xab) });
    expect(bytes).toEqual(bytesFromHex(['01', '5eed0001', '6b06ae80', 'ab'.repeat(64)].join('')));
  });

  test('every signature survives encoding and decoding', () => {
    const anySignature = fc.record({
      keyId: fc.uint8Array({ minLength: 4, maxLength: 4 }).map((bytes) => Buffer.from(bytes).toString('hex')),
      issuedAt: fc.integer({ min: 0, max: 0xffffffff }),
      bytes: fc.uint8Array({ minLength: 64, maxLength: 64 }).map((bytes) => new Uint8Array(bytes)),
    });
    fc.assert(
      fc.property(anySignature, (any) => {
        expect(parseImageSignature(encodeImageSignature(any))).toEqual({ ok: true, value: any });
      }),
    );
  });

  test.each([
    ['of another version', (bytes: Uint8Array) => bytes.fill(2, 0, 1)],
    ['cut off', (bytes: Uint8Array) => bytes.subarray(0, -1)],
    ['with more behind them', (bytes: Uint8Array) => Uint8Array.of(...bytes, 0)],
  ])('%s are none', (_case, change) => {
    expect(parseImageSignature(change(encodeImageSignature(signature)))).toEqual({
      ok: false,
      refusal: 'not-a-signature',
    });
  });

  test.each([
    ['a key id in capitals', { keyId: '5EED0001' }],
    ['a key id of nine digits', { keyId: '5eed00010' }],
    ['a time before 1970', { issuedAt: -1 }],
    ['a time after 2106', { issuedAt: 2 ** 32 }],
    ['half a second', { issuedAt: 0.5 }],
    ['a signature of 63 bytes', { bytes: new Uint8Array(63) }],
  ])('an encoded signature cannot hold %s', (_case, change) => {
    expect(() => encodeImageSignature({ ...signature, ...change })).toThrow(RangeError);
  });
});

describe('a signature', () => {
  test('a signature is valid for the image it signs, also after encoding', async () => {
    const parsed = parseImageSignature(encodeImageSignature(signature));
    expect(parsed.ok && (await verify(parsed.value))).toBe(true);
  });

  test.each<[string, Partial<ImageSignature>, Partial<typeof IMAGE>]>([
    ['another key id', { keyId: '5eed0002' }, {}],
    ['another time', { issuedAt: STAMP.issuedAt + 1 }, {}],
    ['another payload', {}, { payload: IMAGE.payload.replace('Tb04', 'Tb05') }],
    ['a payload in other letters that look the same', {}, { payload: IMAGE.payload.replace('a', 'а') }],
    ['another origin', {}, { origin: 'https://id.example.com' }],
    ['the origin without its s', {}, { origin: 'http://id.example.org' }],
    ['the origin with a port', {}, { origin: `${IMAGE.origin}:8443` }],
    // The parts run together are the same.
    [
      'a payload that begins with the end of the origin',
      {},
      { origin: 'https://id.example', payload: `.org${IMAGE.payload}` },
    ],
    ['the payload as origin', {}, { origin: IMAGE.payload, payload: IMAGE.origin }],
  ])('a signature is invalid for %s', async (_case, change, image) => {
    expect(await verify({ ...signature, ...change }, image)).toBe(false);
  });

  test('a signature with any one bit changed is invalid', async () => {
    const bytes = encodeImageSignature(signature);
    for (let bit = 0; bit < IMAGE_SIGNATURE_BYTES * 8; bit++) {
      const changed = bytes.slice();
      const at = Math.floor(bit / 8);
      changed[at] = (changed[at] ?? 0) ^ (1 << (bit % 8));
      const parsed = parseImageSignature(changed);
      expect(parsed.ok && (await verify(parsed.value)), `bit ${bit}`).toBe(false);
    }
  });

  test('a signature is invalid under another key', async () => {
    const other = await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify']);
    expect(await verifyImageSignature(signature, { ...IMAGE, publicKey: other.publicKey })).toBe(false);
  });
});
