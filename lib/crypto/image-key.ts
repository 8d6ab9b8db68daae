import { concatBytes, hexFromBytes, utf8, type Bytes } from '../shared/bytes';
import { sha256 } from './hash';
import { importPrivateKey, importPublicKey } from './signing-key';

const ID_BYTES = 4;

/** Keeps an endorsement from being taken for the signature of an image, or the other way round. */
const CONTEXT = utf8('tessera image key endorsement 1\0');

/**
 * Names a public key: the first four bytes of its SHA-256, in eight hexadecimal digits. Short enough to travel in an
 * image; it only helps to find the key, and proves nothing.
 */
export async function imageKeyId(publicKey: Bytes): Promise<string> {
  return hexFromBytes((await sha256(publicKey)).subarray(0, ID_BYTES));
}

/**
 * The word of one key for the next.
 * @param privateKey PKCS #8, of the key that is followed
 * @param successor public key that follows it, 32 bytes
 * @returns an Ed25519 signature, 64 bytes
 */
export async function endorseImageKey(privateKey: Bytes, successor: Bytes): Promise<Bytes> {
  const key = await importPrivateKey(privateKey);
  return new Uint8Array(await crypto.subtle.sign('Ed25519', key, concatBytes(CONTEXT, successor)));
}

/** Whether the owner of `publicKey` has endorsed `successor`. */
export async function isImageKeyEndorsed(publicKey: Bytes, successor: Bytes, endorsement: Bytes): Promise<boolean> {
  const key = await importPublicKey(publicKey);
  return crypto.subtle.verify('Ed25519', key, endorsement, concatBytes(CONTEXT, successor));
}
