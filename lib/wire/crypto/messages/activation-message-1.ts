import { concatBytes, type Bytes } from '../../../shared/bytes';
import { accept, refuse, type Result } from '../../../shared/result';
import { constantTimeEqual } from '../constant-time-equal';
import { hmac, deriveKey } from '../hash';
import { decodeLicenceMessage, encodeLicenceMessage, type LicenceMessage } from './licence-message';

/**
 * The licence, encrypted with the SRP session key; see `provisioning-profile.ts`. Sent as hexadecimal under these
 * names.
 */
export type ActivationMessage1 = {
  encryptedLicenseActivationMessage: Bytes;
  /** 8 bytes. */
  encryptedCounter: Bytes;
  /** 32 bytes. */
  mac: Bytes;
};

const COUNTER_BYTES = 8;

/** @param counter 8 bytes; random, although a session key encrypts only one message */
export async function sealActivationMessage1(
  sessionKey: Bytes,
  licence: LicenceMessage,
  counter: Bytes,
): Promise<ActivationMessage1> {
  if (counter.length !== COUNTER_BYTES) throw new RangeError('the counter must be 8 bytes');
  const ciphertext = await crypt(sessionKey, counter, encodeLicenceMessage(licence));
  return {
    encryptedLicenseActivationMessage: ciphertext,
    encryptedCounter: counter,
    mac: await authenticate(sessionKey, counter, ciphertext),
  };
}

/** Authenticates before decrypting. */
export async function openActivationMessage1(
  sessionKey: Bytes,
  { encryptedLicenseActivationMessage: ciphertext, encryptedCounter: counter, mac }: ActivationMessage1,
): Promise<Result<LicenceMessage, 'not-authentic' | 'malformed-licence-message'>> {
  if (counter.length !== COUNTER_BYTES) return refuse('not-authentic');
  if (!constantTimeEqual(mac, await authenticate(sessionKey, counter, ciphertext))) return refuse('not-authentic');
  const licence = decodeLicenceMessage(await crypt(sessionKey, counter, ciphertext));
  return licence.ok ? accept(licence.value) : licence;
}

async function authenticate(sessionKey: Bytes, counter: Bytes, ciphertext: Bytes): Promise<Bytes> {
  return hmac('SHA-256', await deriveKey(sessionKey, 'tessera am1 authenticate'), counter, ciphertext);
}

/** In counter mode encryption and decryption are the same. */
async function crypt(sessionKey: Bytes, counter: Bytes, input: Bytes): Promise<Bytes> {
  const rawKey = await deriveKey(sessionKey, 'tessera am1 encrypt');
  const key = await crypto.subtle.importKey('raw', rawKey, 'AES-CTR', false, ['encrypt']);
  const parameters = { name: 'AES-CTR', counter: concatBytes(counter, new Uint8Array(8)), length: 64 };
  return new Uint8Array(await crypto.subtle.encrypt(parameters, key, input));
}
