import { utf8, type Bytes } from '../../../shared/bytes';
import { randomText, type Random } from '../../../shared/random';
import { constantTimeEqual } from '../constant-time-equal';
import { decimalCode } from '../decimal-code';
import { deriveKey } from '../hash';

const DEVICE_DIGITS = 13;

/** Draws a device code, which proves knowledge of the licence key: 26 digits, see `provisioning-profile.ts`. */
export async function generateDeviceCode(licenceKey: Bytes, random: Random): Promise<string> {
  const device = randomText(random, '0123456789', DEVICE_DIGITS);
  return device + (await proofDigits(licenceKey, device));
}

/** Whether the code is well formed and was made with the licence key. */
export async function isDeviceCodeOf(licenceKey: Bytes, deviceCode: string): Promise<boolean> {
  if (!/^\d{26}$/.test(deviceCode)) return false;
  const proof = await proofDigits(licenceKey, deviceCode.slice(0, DEVICE_DIGITS));
  return constantTimeEqual(utf8(deviceCode.slice(DEVICE_DIGITS)), utf8(proof));
}

async function proofDigits(licenceKey: Bytes, device: string): Promise<string> {
  return decimalCode(await deriveKey(licenceKey, 'tessera device code'), utf8(device), DEVICE_DIGITS);
}
