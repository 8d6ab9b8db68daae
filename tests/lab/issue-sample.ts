import { colourMatrix, type ColourMatrix } from '@/lib/imaging/colour-matrix';
import { sealImage } from '@/lib/imaging/image-seal';
import { qrMatrix } from '@/lib/imaging/qr-matrix';

/** One payload as both kinds of image, and what is needed to check them. */
export type Sample = {
  payload: string;
  origin: string;
  plain: ColourMatrix;
  colour: ColourMatrix;
  keys: CryptoKeyPair;
};

/** As long as most. */
export const PAYLOAD = '01;01;jane.doe;mydomain.com;e3wfISG9;Tb048aX1';
export const ORIGIN = 'https://id.example.org';
export const KEY_ID = '5eed0001';
export const ISSUED_AT = 1_795_600_000;

export async function issueSample(payload = PAYLOAD): Promise<Sample> {
  const keys = await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify']);
  if (!('privateKey' in keys)) throw new TypeError('Ed25519 makes a pair of keys');
  const image = { payload, origin: ORIGIN, keyId: KEY_ID, issuedAt: ISSUED_AT };
  const seal = await sealImage(image, keys.privateKey);
  return { payload, origin: ORIGIN, plain: qrMatrix(payload), colour: colourMatrix(payload, seal), keys };
}
