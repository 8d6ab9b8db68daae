/**
 * Computes `base ^ exponent mod modulus`. Injected, because the fastest implementation differs: a browser has only
 * BigInt, a server has its TLS library.
 * @param base 0 to `modulus` - 1
 * @param exponent 1 or more
 */
export type ModularExponentiation = (base: bigint, exponent: bigint, modulus: bigint) => bigint;

const WINDOW_BITS = 4;
const WINDOW_SIZE = 1 << WINDOW_BITS;

/**
 * Fixed-window exponentiation on BigInt: four squarings and one multiplication per hexadecimal digit of the exponent,
 * whatever the digit. BigInt itself is not constant-time, so a server, whose timing many can measure, uses another
 * implementation.
 */
export const raiseWithBigInt: ModularExponentiation = (base, exponent, modulus) => {
  const powers = [1n];
  for (let index = 1; index < WINDOW_SIZE; index++) powers.push(((powers[index - 1] ?? 1n) * base) % modulus);
  let result = 1n;
  for (const digit of exponent.toString(WINDOW_SIZE)) {
    for (let bit = 0; bit < WINDOW_BITS; bit++) result = (result * result) % modulus;
    result = (result * (powers[Number.parseInt(digit, WINDOW_SIZE)] ?? 1n)) % modulus;
  }
  return result;
};
