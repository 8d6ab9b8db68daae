import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { GROUP_2048 } from '@/lib/wire/crypto/srp/srp-parameters';
import { sha256 } from '@/lib/wire/crypto/hash';
import { raiseWithBigInt } from '@/lib/wire/crypto/srp/modular-exponentiation';
import { createOpenSslExponentiation, sha256WithOpenSsl } from '@/lib/gateways/embedded/engine/openssl';

const { N } = GROUP_2048;
const raise = createOpenSslExponentiation(GROUP_2048);

test('OpenSSL’s modular power agrees with BigInt on any base and exponent', () => {
  fc.assert(
    fc.property(fc.bigInt(0n, N - 1n), fc.bigInt(1n, 2n ** 256n), (base, exponent) => {
      expect(raise(base, exponent, N)).toBe(raiseWithBigInt(base, exponent, N));
    }),
    { numRuns: 20 },
  );
});

test.each([
  ['0', 0n],
  ['1', 1n],
  ['2', 2n],
  ['N - 2', N - 2n],
  ['N - 1', N - 1n],
])('OpenSSL’s modular power agrees with BigInt on the base %s, an invalid public key', (_name, base) => {
  for (const exponent of [0n, 1n, 2n, 3n, 2n ** 255n])
    expect(raise(base, exponent, N)).toBe(raiseWithBigInt(base, exponent, N));
});

test('a result with leading zeroes is read in full', () => {
  expect(raise(2n, 3n, N)).toBe(8n);
});

test('another modulus is computed too', () => {
  expect(raise(5n, 3n, 7n)).toBe(6n);
});

test('OpenSSL’s SHA-256 agrees with Web Crypto', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 600 }), { maxLength: 4 }), async (parts) => {
      expect(await sha256WithOpenSsl(...parts)).toEqual(await sha256(...parts));
    }),
  );
});
