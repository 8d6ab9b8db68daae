import type { Bytes } from '../../shared/bytes';
import { deriveKey } from '../derive-key';

/**
 * The licence key that an offline activation's first image carries: of use for this registration alone, so that whoever
 * photographs the image learns nothing about the person's other devices.
 */
export async function offlineLicenceKey(licenceKey: Bytes, registrationIdentifier: string): Promise<Bytes> {
  return deriveKey(licenceKey, `tessera offline ${registrationIdentifier}`);
}
