import type { Bytes } from '../shared/bytes';
import { bytesFromBigInteger } from './big-integer';
import { hmac, type HmacHash } from './hmac';

/**
 * The one-time password for a counter (RFC 4226 §5.3).
 * @param counter 0 to 2^53 - 1
 * @param digits 6 to 8
 */
export async function computeHotp(key: Bytes, counter: number, digits: number, hash: HmacHash): Promise<string> {
  const code = await hmac(hash, key, bytesFromBigInteger(BigInt(counter), 8));
  // Dynamic truncation: the last four bits say where 31 bits are taken from.
  const offset = (code.at(-1) ?? 0) & 0x0f;
  const number = new DataView(code.buffer).getUint32(offset) & 0x7f_ff_ff_ff;
  return (number % 10 ** digits).toString().padStart(digits, '0');
}
