import type { Bytes } from '../../../shared/bytes';
import { accept, refuse, type Result } from '../../../shared/result';
import { divide, evaluate, multiply, powerOfAlpha } from './galois-field';

/*
 * Reed-Solomon over GF(256), systematic: data, then parity. A codeword is a polynomial, its first byte the highest
 * power, with the roots α^0 to α^(parity-1). Any two codewords differ in more than `parity` bytes, so `errors` at
 * unknown positions and `erasures` at known ones can be corrected while 2 · errors + erasures ≤ parity.
 */

const MAXIMUM_LENGTH = 255;

/**
 * @param data 1 byte or more
 * @param parity bytes to append; 1 or more, and at most 255 together with the data
 */
export function addParity(data: Uint8Array, parity: number): Bytes {
  const length = data.length + parity;
  if (data.length === 0 || parity < 1 || length > MAXIMUM_LENGTH) throw new RangeError('1 to 255 bytes with parity');
  const multiples = multiplesOfGenerator(parity);
  const codeword = new Uint8Array(length);
  codeword.set(data);
  // The remainder of data · x^parity divided by the generator is the parity.
  for (let index = 0; index < data.length; index++) {
    const multiple = multiples[codeword[index] ?? 0] ?? [];
    for (let offset = 0; offset <= parity; offset++) {
      codeword[index + offset] = (codeword[index + offset] ?? 0) ^ (multiple[offset] ?? 0);
    }
  }
  codeword.set(data);
  return codeword;
}

/**
 * Corrects a received codeword.
 * @param parity how many of its bytes are parity
 * @param erasures indexes of bytes known to be unreliable, each once
 * @returns the data, or a refusal when no codeword is near enough. A word with more errors than the code corrects is
 *   nearly always refused, and otherwise decoded to another codeword, which the signature reveals.
 */
export function removeParity(
  received: Uint8Array,
  parity: number,
  erasures: readonly number[] = [],
): Result<Bytes, 'uncorrectable'> {
  if (received.length > MAXIMUM_LENGTH || received.length <= parity) throw new RangeError('1 to 255 bytes with parity');
  if (erasures.length > parity) return refuse('uncorrectable');
  const codeword = new Uint8Array(received);
  const syndromes = syndromesOf(codeword, parity);
  if (syndromes.some((syndrome) => syndrome !== 0)) {
    const locations = erasures.map((index) => codeword.length - 1 - index);
    const locator = locatorOf(syndromes, locations);
    if (locator === null || !mend(codeword, syndromes, locator)) return refuse('uncorrectable');
  }
  return accept(codeword.slice(0, codeword.length - parity));
}

const cache = new Map<number, Uint8Array[]>();

/** (x - α^0) … (x - α^(parity-1)) times each element of GF(256), highest power first. */
function multiplesOfGenerator(parity: number): Uint8Array[] {
  let multiples = cache.get(parity);
  if (!multiples) {
    const roots = Array.from({ length: parity }, (_, exponent) => powerOfAlpha(exponent));
    const generator = productOfRoots(roots).toReversed();
    multiples = Array.from({ length: 256 }, (_, factor) => generator.map((value) => multiply(value, factor)));
    cache.set(parity, multiples);
  }
  return multiples;
}

/** Lowest power first. */
function productOfRoots(roots: readonly number[]): Uint8Array {
  const product = new Uint8Array(roots.length + 1);
  product[0] = 1;
  for (const [degree, root] of roots.entries()) {
    for (let power = degree + 1; power >= 0; power--) {
      product[power] = multiply(product[power] ?? 0, root) ^ (power > 0 ? (product[power - 1] ?? 0) : 0);
    }
  }
  return product;
}

/** The received polynomial's values at the generator's roots; all zero for a codeword. */
function syndromesOf(codeword: Uint8Array, parity: number): Uint8Array {
  const coefficients = codeword.toReversed();
  return Uint8Array.from({ length: parity }, (_, exponent) => evaluate(coefficients, powerOfAlpha(exponent)));
}

/**
 * The error locator: the polynomial whose roots are the inverses of α^location for every wrong position, lowest power
 * first. Berlekamp-Massey, starting from the erasures (Blahut, Algebraic Codes for Data Transmission, 7.4).
 * @param locations powers of the erased bytes
 * @returns null when there are more errors than can be corrected
 */
function locatorOf(syndromes: Uint8Array, locations: readonly number[]): Uint8Array | null {
  const parity = syndromes.length;
  let locator = new Uint8Array(parity + 1);
  locator[0] = 1;
  for (const [degree, location] of locations.entries()) {
    const root = powerOfAlpha(location);
    for (let power = degree + 1; power > 0; power--) {
      locator[power] = (locator[power] ?? 0) ^ multiply(locator[power - 1] ?? 0, root);
    }
  }
  let connection = locator.slice();
  let length = locations.length;
  for (let step = locations.length; step < parity; step++) {
    let discrepancy = 0;
    for (let power = 0; power <= step; power++) {
      discrepancy ^= multiply(locator[power] ?? 0, syndromes[step - power] ?? 0);
    }
    connection.copyWithin(1, 0);
    connection[0] = 0;
    if (discrepancy === 0) continue;
    const next = locator.map((coefficient, power) => coefficient ^ multiply(discrepancy, connection[power] ?? 0));
    if (2 * length <= step + locations.length) {
      length = step + 1 + locations.length - length;
      connection = locator.map((coefficient) => divide(coefficient, discrepancy));
    }
    locator = next;
  }
  const degree = locator.findLastIndex((coefficient) => coefficient !== 0);
  return degree === length && 2 * length <= parity + locations.length ? locator.slice(0, degree + 1) : null;
}

/** Corrects in place by Forney's formula. @returns false when the locator has fewer roots than its degree */
function mend(codeword: Uint8Array, syndromes: Uint8Array, locator: Uint8Array): boolean {
  const parity = syndromes.length;
  const evaluator = new Uint8Array(parity);
  for (const [power, coefficient] of locator.entries()) {
    for (let at = 0; at + power < parity; at++) {
      evaluator[at + power] = (evaluator[at + power] ?? 0) ^ multiply(coefficient, syndromes[at] ?? 0);
    }
  }
  // In characteristic 2 the derivative keeps the odd powers, one lower.
  const derivative = locator.slice(1).map((coefficient, power) => (power % 2 === 0 ? coefficient : 0));
  let places = 0;
  for (let index = 0; index < codeword.length; index++) {
    const location = codeword.length - 1 - index;
    const inverse = powerOfAlpha(-location);
    if (evaluate(locator, inverse) !== 0) continue;
    const slope = evaluate(derivative, inverse);
    if (slope === 0) return false;
    const error = multiply(powerOfAlpha(location), divide(evaluate(evaluator, inverse), slope));
    codeword[index] = (codeword[index] ?? 0) ^ error;
    places++;
  }
  return places === locator.length - 1;
}
