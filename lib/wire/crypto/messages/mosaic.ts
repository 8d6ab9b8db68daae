import { hexFromBytes, type Bytes } from '../../../shared/bytes';
import { MOSAIC_TILES, type Mosaic } from '../../../shared/codes/mosaic';
import { constantTimeEqual } from '../constant-time-equal';
import { deriveKey } from '../hash';
import { SALT_BYTES } from '../provisioning-profile';

/**
 * The salt of a registration commits the gateway to the instance key: it is sent before the phone draws its device code, and
 * tells nothing of the key. Without it, whoever sits between phone and gateway with the activation password could try keys
 * until both pictures are the same.
 * @param instanceKey 32 random bytes
 */
export async function saltFor(instanceKey: Bytes, registrationIdentifier: string): Promise<Bytes> {
  return (await deriveKey(instanceKey, `tessera salt ${registrationIdentifier}`)).slice(0, SALT_BYTES);
}

/**
 * The picture of a device's key, which phone and gateway compute each for itself.
 * @param link.salt as the phone got it in connection 1
 * @param link.deviceCode as the phone sent it in connection 3
 * @returns null when the salt does not commit to the key: a vendor's gateway, or somebody in between
 */
export async function mosaicOf(link: {
  salt: Bytes;
  registrationIdentifier: string;
  deviceCode: string;
  instanceKey: Bytes;
}): Promise<Mosaic | null> {
  const { salt, registrationIdentifier, deviceCode, instanceKey } = link;
  if (!constantTimeEqual(salt, await saltFor(instanceKey, registrationIdentifier))) return null;
  const bits = await deriveKey(instanceKey, `tessera mosaic ${registrationIdentifier};${deviceCode}`);
  return hexFromBytes(bits).slice(0, MOSAIC_TILES);
}
