/*
 * GF(256) with the polynomial of QR codes, x^8 + x^4 + x^3 + x^2 + 1 (ISO/IEC 18004, 7.5.2), and α = 2 as generator of
 * its 255 non-zero elements. Addition is exclusive or.
 */

const POLYNOMIAL = 0x11d;

/** α^0 to α^509, so that the sum of two logarithms needs no reduction. */
const POWERS = new Uint8Array(510);
/** Logarithm to the base α of 1 to 255. */
const LOGARITHMS = new Uint8Array(256);
for (let exponent = 0, element = 1; exponent < 255; exponent++) {
  POWERS[exponent] = element;
  POWERS[exponent + 255] = element;
  LOGARITHMS[element] = exponent;
  element = element < 128 ? element << 1 : (element << 1) ^ POLYNOMIAL;
}

/** @param exponent a whole number, negative for the inverse */
export function powerOfAlpha(exponent: number): number {
  return POWERS[((exponent % 255) + 255) % 255] ?? 0;
}

export function multiply(left: number, right: number): number {
  if (left === 0 || right === 0) return 0;
  return POWERS[(LOGARITHMS[left] ?? 0) + (LOGARITHMS[right] ?? 0)] ?? 0;
}

/** @param divisor not 0 */
export function divide(dividend: number, divisor: number): number {
  if (dividend === 0) return 0;
  return POWERS[(LOGARITHMS[dividend] ?? 0) + 255 - (LOGARITHMS[divisor] ?? 0)] ?? 0;
}

/** Value of a polynomial at a point. @param coefficients lowest power first */
export function evaluate(coefficients: Uint8Array, point: number): number {
  let value = 0;
  for (let power = coefficients.length - 1; power >= 0; power--) {
    value = multiply(value, point) ^ (coefficients[power] ?? 0);
  }
  return value;
}
