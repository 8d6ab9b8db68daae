import { concatBytes, hexFromBytes, utf8, type Bytes } from '../../shared/bytes';
import { sha256 } from './hash';
import { importPrivateKey, importPublicKey } from './signing-key';

const ID_BYTES = 4;

/** Domain separation: an endorsement must not pass for an image's signature, nor the reverse. */
const CONTEXT = utf8('tessera image key endorsement 1\0');

/**
 * Names a public key: the first four bytes of its SHA-256, in eight hexadecimal digits. Short enough for an image; it
 * identifies the key and proves nothing.
 */
export async function imageKeyId(publicKey: Bytes): Promise<string> {
  return hexFromBytes((await sha256(publicKey)).subarray(0, ID_BYTES));
}

/**
 * Signs the key that follows.
 * @param privateKey PKCS #8, of the endorsing key
 * @param successor the following public key, 32 bytes
 * @returns an Ed25519 signature, 64 bytes
 */
export async function endorseImageKey(privateKey: Bytes, successor: Bytes): Promise<Bytes> {
  const key = await importPrivateKey(privateKey);
  return new Uint8Array(await crypto.subtle.sign('Ed25519', key, concatBytes(CONTEXT, successor)));
}

/** Whether `publicKey` has endorsed `successor`. */
export async function isImageKeyEndorsed(publicKey: Bytes, successor: Bytes, endorsement: Bytes): Promise<boolean> {
  const key = await importPublicKey(publicKey);
  return crypto.subtle.verify('Ed25519', key, endorsement, concatBytes(CONTEXT, successor));
}
