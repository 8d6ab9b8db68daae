import type { Bytes } from '../shared/bytes';
import { deriveKey } from './derive-key';
import { computeHotp } from './hotp';

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
