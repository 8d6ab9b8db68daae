import { concatBytes, type Bytes } from '../../../shared/bytes';
import { accept, refuse, type Result } from '../../../shared/result';
import { bytesFromBigInteger } from '../big-integer';
import { deriveKey } from '../hash';
import { KEY_BYTES } from '../provisioning-profile';

/** The new device instance. */
export type InstanceMessage = {
  /** 1 to 2^32 - 1. */
  sequenceNumber: number;
  /** 32 bytes. */
  instanceKey: Bytes;
};

const IV_BYTES = 12;

/**
 * Encrypts the instance for the device with this device code; see `provisioning-profile.ts`.
 * @param iv 12 bytes, random
 */
export async function sealActivationMessage2(
  licenceKey: Bytes,
  deviceCode: string,
  { sequenceNumber, instanceKey }: InstanceMessage,
  iv: Bytes,
): Promise<Bytes> {
  const key = await keyFor(licenceKey, deviceCode, 'encrypt');
  const message = concatBytes(bytesFromBigInteger(BigInt(sequenceNumber), 4), instanceKey);
  return concatBytes(iv, new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, message)));
}

export async function openActivationMessage2(
  licenceKey: Bytes,
  deviceCode: string,
  sealed: Bytes,
): Promise<Result<InstanceMessage, 'not-authentic'>> {
  const key = await keyFor(licenceKey, deviceCode, 'decrypt');
  try {
    const parameters = { name: 'AES-GCM', iv: sealed.slice(0, IV_BYTES) };
    const message = await crypto.subtle.decrypt(parameters, key, sealed.slice(IV_BYTES));
    if (message.byteLength !== 4 + KEY_BYTES) return refuse('not-authentic');
    return accept({
      sequenceNumber: new DataView(message).getUint32(0),
      instanceKey: new Uint8Array(message, 4).slice(),
    });
  } catch {
    return refuse('not-authentic');
  }
}

async function keyFor(licenceKey: Bytes, deviceCode: string, usage: 'encrypt' | 'decrypt'): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', await deriveKey(licenceKey, `tessera am2 ${deviceCode}`), 'AES-GCM', false, [
    usage,
  ]);
}
