import type { Bytes } from '../../shared/bytes';
import { bigIntegerFromBytes } from './big-integer';
import { hmac } from './hash';

/**
 * A message authentication code in decimal digits, for wire fields of digits only: the first 16 bytes of HMAC-SHA-256,
 * modulo 10^digits. Sixteen bytes keep the digits' bias below 2^-74.
 * @param digits 1 to 16
 */
export async function decimalCode(key: Bytes, message: Uint8Array, digits: number): Promise<string> {
  const code = await hmac('SHA-256', key, message);
  const number = bigIntegerFromBytes(code.subarray(0, 16)) % 10n ** BigInt(digits);
  return number.toString().padStart(digits, '0');
}
