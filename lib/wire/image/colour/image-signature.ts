import { bytesFromHex, concatBytes, hexFromBytes, utf8, type Bytes } from '../../../shared/bytes';
import { accept, refuse, type Result } from '../../../shared/result';

/** The signature in an image's colours, with the key and the time that it covers. */
export type ImageSignature = {
  /** Of the site's key: 8 hexadecimal digits in lower case. */
  keyId: string;
  /** In whole seconds since 1970, below 2^32. */
  issuedAt: number;
  /** Ed25519 (RFC 8032), 64 bytes. */
  bytes: Bytes;
};

/** What a signature covers besides its own key id and time. */
export type SignedImage = {
  /** The text that the image carries. */
  payload: string;
  /** Of the site, as `URL.origin` writes it: `https://id.example.org`. */
  origin: string;
};

/** Bytes of an encoded signature: version 1, key id 4, issued at 4, Ed25519 64. */
export const IMAGE_SIGNATURE_BYTES = 73;

const VERSION = 1;
const ED25519_BYTES = 64;
const ALGORITHM = 'Ed25519';

/** @param privateKey Ed25519, usable for `sign` */
export async function signImage(
  image: SignedImage & Pick<ImageSignature, 'keyId' | 'issuedAt'>,
  privateKey: CryptoKey,
): Promise<ImageSignature> {
  const { keyId, issuedAt } = image;
  const bytes = await crypto.subtle.sign(ALGORITHM, privateKey, signedMessage({ keyId, issuedAt }, image));
  return { keyId, issuedAt, bytes: new Uint8Array(bytes) };
}

/**
 * Checks that the key's holder issued this payload for this origin.
 * @param publicKey Ed25519, usable for `verify`; the one that the signature's key id names
 */
export async function verifyImageSignature(
  signature: ImageSignature,
  image: SignedImage & { publicKey: CryptoKey },
): Promise<boolean> {
  return crypto.subtle.verify(ALGORITHM, image.publicKey, signature.bytes, signedMessage(signature, image));
}

/** @throws RangeError when a field has the wrong size */
export function encodeImageSignature({ keyId, issuedAt, bytes }: ImageSignature): Bytes {
  if (bytes.length !== ED25519_BYTES) throw new RangeError('an Ed25519 signature has 64 bytes');
  return concatBytes(header({ keyId, issuedAt }), bytes);
}

/** @param bytes error-free, 73 of them */
export function parseImageSignature(bytes: Uint8Array): Result<ImageSignature, 'not-a-signature'> {
  if (bytes.length !== IMAGE_SIGNATURE_BYTES || bytes[0] !== VERSION) return refuse('not-a-signature');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return accept({
    keyId: hexFromBytes(bytes.subarray(1, 5)),
    issuedAt: view.getUint32(5),
    bytes: new Uint8Array(bytes.subarray(9)),
  });
}

function header({ keyId, issuedAt }: Pick<ImageSignature, 'keyId' | 'issuedAt'>): Bytes {
  if (!/^[0-9a-f]{8}$/.test(keyId)) throw new RangeError('a key id has 8 hexadecimal digits');
  if (!Number.isInteger(issuedAt) || issuedAt < 0 || issuedAt > 0xffffffff) {
    throw new RangeError('issuedAt must be whole seconds below 2^32');
  }
  const bytes = new Uint8Array(9);
  bytes[0] = VERSION;
  bytes.set(bytesFromHex(keyId), 1);
  new DataView(bytes.buffer).setUint32(5, issuedAt);
  return bytes;
}

/**
 * Prefixes every part with its length in four bytes, so that no two images have the same message. The first part
 * separates domains: phones verify it, so it keeps its wording.
 */
function signedMessage(signature: Pick<ImageSignature, 'keyId' | 'issuedAt'>, { payload, origin }: SignedImage): Bytes {
  const parts = [utf8('tessera image seal'), header(signature), utf8(origin), utf8(payload)];
  return concatBytes(...parts.flatMap((part) => [lengthOf(part), part]));
}

function lengthOf(part: Uint8Array): Bytes {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, part.length);
  return bytes;
}
