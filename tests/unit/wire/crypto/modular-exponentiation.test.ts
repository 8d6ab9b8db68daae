import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { raiseWithBigInt } from '@/lib/wire/crypto/srp/modular-exponentiation';

test('the modular power agrees with repeated multiplication', () => {
  fc.assert(
    fc.property(
      fc.bigInt(0n, 10_000n),
      fc.integer({ min: 1, max: 400 }),
      fc.bigInt(2n, 10_000n),
      (base, exponent, modulus) => {
        let expected = 1n % modulus;
        for (let count = 0; count < exponent; count++) expected = (expected * base) % modulus;
        expect(raiseWithBigInt(base, BigInt(exponent), modulus)).toBe(expected);
      },
    ),
  );
});
