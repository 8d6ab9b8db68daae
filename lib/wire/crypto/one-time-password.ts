import type { Bytes } from '../../shared/bytes';
import { bytesFromBigInteger } from './big-integer';
import { hmac, type HmacHash, deriveKey } from './hash';

/* One-time passwords of a device instance: RFC 6238 with SHA-256, six digits, steps of 30 seconds since 1970. */

export const TIME_STEP_SECONDS = 30;
export const ONE_TIME_PASSWORD_DIGITS = 6;

/** Number of whole time steps since 1970 (T of RFC 6238 §4.2 with T0 = 0). */
export function timeStepAt(time: Date): number {
  return Math.floor(time.getTime() / 1_000 / TIME_STEP_SECONDS);
}

/** @param instanceKey 32 bytes; the password's key is derived from it */
export async function computeOneTimePassword(instanceKey: Bytes, timeStep: number): Promise<string> {
  const key = await deriveKey(instanceKey, 'tessera one-time password');
  return computeHotp(key, timeStep, ONE_TIME_PASSWORD_DIGITS, 'SHA-256');
}

/**
 * The one-time password for a counter (RFC 4226 §5.3).
 * @param counter 0 to 2^53 - 1
 * @param digits 6 to 8
 */
export async function computeHotp(key: Bytes, counter: number, digits: number, hash: HmacHash): Promise<string> {
  const code = await hmac(hash, key, bytesFromBigInteger(BigInt(counter), 8));
  // Dynamic truncation: the last four bits are the offset of the 31 bits to take.
  const offset = (code.at(-1) ?? 0) & 0x0f;
  const number = new DataView(code.buffer).getUint32(offset) & 0x7f_ff_ff_ff;
  return (number % 10 ** digits).toString().padStart(digits, '0');
}
