import { importPrivateKey, importPublicKey } from '@/lib/wire/crypto/signing-key';
import { colourMatrix, type ColourMatrix } from '@/lib/wire/image/colour/colour-matrix';
import { signImage } from '@/lib/wire/image/colour/image-signature';
import { qrMatrix } from '@/lib/wire/image/qr-matrix';
import { bytesFromHex } from '@/lib/shared/bytes';

/** One payload as both kinds of image, and what is needed to check them. */
export type Sample = {
  payload: string;
  origin: string;
  plain: ColourMatrix;
  colour: ColourMatrix;
  keys: CryptoKeyPair;
};

export const ORIGIN = 'https://id.example.org';
/** A link as an image has it, as long as most. */
export const PAYLOAD = `${ORIGIN}/a#jane.doe;e3wfISG9;Tb048aX1`;
export const KEY_ID = '5eed0001';
export const ISSUED_AT = 1_795_600_000;

/** RFC 8032, 7.1, test 1, so that the colours are the same ones every time. */
const PUBLIC_KEY = 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a';
const PRIVATE_KEY = '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60';
/** What precedes the key in PKCS #8 (RFC 8410, 7). */
const PKCS8_PREFIX = '302e020100300506032b657004220420';

export async function signingKeys(): Promise<CryptoKeyPair> {
  return {
    publicKey: await importPublicKey(bytesFromHex(PUBLIC_KEY)),
    privateKey: await importPrivateKey(bytesFromHex(PKCS8_PREFIX + PRIVATE_KEY)),
  };
}

export async function issueSample(payload = PAYLOAD): Promise<Sample> {
  const keys = await signingKeys();
  const image = { payload, origin: ORIGIN, keyId: KEY_ID, issuedAt: ISSUED_AT };
  const signature = await signImage(image, keys.privateKey);
  return { payload, origin: ORIGIN, plain: qrMatrix(payload), colour: colourMatrix(payload, signature), keys };
}
