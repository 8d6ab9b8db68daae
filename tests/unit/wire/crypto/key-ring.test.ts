import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { KeyRing, DecryptionError } from '@/lib/wire/crypto/key-ring';

const january = { id: 'january', key: new Uint8Array(32).fill(1) };
const february = { id: 'february', key: new Uint8Array(32).fill(2) };

test('any text can be decrypted again in its context', async () => {
  const ring = new KeyRing([january]);
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), async (text, context) => {
      expect(await ring.decrypt(await ring.encrypt(text, context), context)).toBe(text);
    }),
  );
});

test('the envelope says its version and key, and hides the text', async () => {
  const sealed = await new KeyRing([january]).encrypt('secret', 'test');
  expect(sealed).toMatch(/^v1\.january\.[\w-]{16}\.[\w-]{30}$/);
  expect(await new KeyRing([january]).encrypt('secret', 'test')).not.toBe(sealed);
});

test('after a rotation the first key encrypts and older ones still decrypt', async () => {
  const old = await new KeyRing([january]).encrypt('secret', 'test');
  const ring = new KeyRing([february, january]);
  expect(await ring.decrypt(old, 'test')).toBe('secret');
  expect(await ring.encrypt('secret', 'test')).toMatch(/^v1\.february\./);
});

test('a key taken off the ring no longer opens', async () => {
  const sealed = await new KeyRing([january]).encrypt('secret', 'test');
  await expect(new KeyRing([february]).decrypt(sealed, 'test')).rejects.toThrow(DecryptionError);
});

test('threat: a ciphertext moved to another record is not decrypted', async () => {
  const ring = new KeyRing([january]);
  const sealed = await ring.encrypt('secret', 'licence VDS0000001');
  await expect(ring.decrypt(sealed, 'licence VDS0000002')).rejects.toThrow(DecryptionError);
});

test('threat: no altered, cut or foreign envelope opens', async () => {
  const ring = new KeyRing([january]);
  const sealed = await ring.encrypt('secret', 'test');
  const character = fc.constantFrom('A', 'B', 'a', 'b', '0', '1', '-', '_', '.');
  await fc.assert(
    fc.asyncProperty(
      fc.nat(sealed.length - 1),
      fc.string({ unit: character, maxLength: 3 }),
      async (index, replacement) => {
        const altered = sealed.slice(0, index) + replacement + sealed.slice(index + 1);
        // The last character of a value in base64url carries bits that decoding drops.
        fc.pre(altered !== sealed && altered.slice(0, -1) !== sealed.slice(0, -1));
        await expect(ring.decrypt(altered, 'test')).rejects.toThrow(DecryptionError);
      },
    ),
  );
  await expect(ring.decrypt('', 'test')).rejects.toThrow(DecryptionError);
});

test('a ring without keys, with a short key or with one identifier twice is refused', () => {
  expect(() => new KeyRing([])).toThrow(RangeError);
  expect(() => new KeyRing([{ id: 'short', key: new Uint8Array(16) }])).toThrow(RangeError);
  expect(() => new KeyRing([january, { ...february, id: 'january' }])).toThrow(RangeError);
  expect(() => new KeyRing([{ ...january, id: 'with.dot' }])).toThrow(RangeError);
});
