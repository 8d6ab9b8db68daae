import { bytesFromHex, concatBytes, hexFromBytes, utf8, type Bytes } from '../../shared/bytes';
import { accept, refuse, type Result } from '../../shared/result';

/** What the colours of an image say: which site issued it, when, and that site's signature. */
export type ImageSeal = {
  /** Of the site's key: 8 hexadecimal digits in lower case. */
  keyId: string;
  /** In whole seconds since 1970, below 2^32. */
  issuedAt: number;
  /** Ed25519 (RFC 8032), 64 bytes. */
  signature: Bytes;
};

/** What a seal speaks for besides its own fields. */
export type SealedImage = {
  /** The text that the image carries. */
  payload: string;
  /** Of the site, as `URL.origin` writes it: `https://id.example.org`. */
  origin: string;
};

/** Bytes of an encoded seal: version 1, key id 4, issued at 4, signature 64. */
export const SEAL_BYTES = 73;

const VERSION = 1;
const SIGNATURE_BYTES = 64;
const ALGORITHM = 'Ed25519';

/** @param privateKey Ed25519, usable for `sign` */
export async function sealImage(
  image: SealedImage & Pick<ImageSeal, 'keyId' | 'issuedAt'>,
  privateKey: CryptoKey,
): Promise<ImageSeal> {
  const { keyId, issuedAt } = image;
  const signature = await crypto.subtle.sign(ALGORITHM, privateKey, signedMessage({ keyId, issuedAt }, image));
  return { keyId, issuedAt, signature: new Uint8Array(signature) };
}

/**
 * Whether the holder of the key issued this very payload for this very origin.
 * @param publicKey Ed25519, usable for `verify`; the one that the seal's key id names
 */
export async function verifySeal(seal: ImageSeal, image: SealedImage & { publicKey: CryptoKey }): Promise<boolean> {
  return crypto.subtle.verify(ALGORITHM, image.publicKey, seal.signature, signedMessage(seal, image));
}

/** @throws RangeError when a field has another size than it must have */
export function encodeSeal({ keyId, issuedAt, signature }: ImageSeal): Bytes {
  if (signature.length !== SIGNATURE_BYTES) throw new RangeError('a signature has 64 bytes');
  return concatBytes(header({ keyId, issuedAt }), signature);
}

/** @param bytes 73 of them, free of errors */
export function parseSeal(bytes: Uint8Array): Result<ImageSeal, 'not-a-seal'> {
  if (bytes.length !== SEAL_BYTES || bytes[0] !== VERSION) return refuse('not-a-seal');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return accept({
    keyId: hexFromBytes(bytes.subarray(1, 5)),
    issuedAt: view.getUint32(5),
    signature: new Uint8Array(bytes.subarray(9)),
  });
}

function header({ keyId, issuedAt }: Pick<ImageSeal, 'keyId' | 'issuedAt'>): Bytes {
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

/** Every part behind its length in four bytes, so that no two images make the same message. */
function signedMessage(seal: Pick<ImageSeal, 'keyId' | 'issuedAt'>, { payload, origin }: SealedImage): Bytes {
  const parts = [utf8('tessera image seal'), header(seal), utf8(origin), utf8(payload)];
  return concatBytes(...parts.flatMap((part) => [lengthOf(part), part]));
}

function lengthOf(part: Uint8Array): Bytes {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, part.length);
  return bytes;
}
