import { expect, test } from 'vitest';
import { divide, evaluate, multiply, powerOfAlpha } from '@/lib/wire/image/colour/galois-field';

/** Bit by bit, without tables: the product of two polynomials over GF(2), reduced by x^8 + x^4 + x^3 + x^2 + 1. */
function slowProduct(left: number, right: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit--) {
    product <<= 1;
    if (product > 255) product ^= 0b1_0001_1101;
    if ((right >> bit) & 1) product ^= left;
  }
  return product;
}

const ELEMENTS = Array.from({ length: 256 }, (_, element) => element);

test('ISO/IEC 18004, 7.5.2: every product is that of the polynomials', () => {
  const wrong = ELEMENTS.flatMap((left) =>
    ELEMENTS.filter((right) => multiply(left, right) !== slowProduct(left, right)).map((right) => [left, right]),
  );
  expect(wrong).toEqual([]);
});

test('division undoes every multiplication', () => {
  const wrong = ELEMENTS.flatMap((left) =>
    ELEMENTS.slice(1)
      .filter((right) => divide(slowProduct(left, right), right) !== left)
      .map((right) => [left, right]),
  );
  expect(wrong).toEqual([]);
});

test('the powers of α are all 255 non-zero elements, and come round', () => {
  const powers = ELEMENTS.slice(0, 255).map(powerOfAlpha);
  expect(new Set(powers)).toEqual(new Set(ELEMENTS.slice(1)));
  expect(powers.slice(0, 9)).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 29]);
  expect([powerOfAlpha(255), powerOfAlpha(-1), powerOfAlpha(-256)]).toEqual([1, powers[254], powers[254]]);
});

test('a polynomial has a value at every point', () => {
  // (x - 3) (x - 7) = x² + 4 x + 9, for 3 xor 7 = 4 and 3 · 7 = 9.
  const polynomial = Uint8Array.of(9, 4, 1);
  expect([0, 3, 7, 1].map((point) => evaluate(polynomial, point))).toEqual([9, 0, 0, 12]);
});
