import type { Bytes } from '../../../shared/bytes';
import { dataModules } from './data-modules';
import { IMAGE_SIGNATURE_BYTES } from './image-signature';
import { addParity } from './reed-solomon';

/*
 * Layout of a signature on the data modules of a QR code. A byte takes four modules, two bits each, the higher bits
 * first. The modules are in the symbol's own order, which keeps those four adjacent, so that glare damages as few bytes
 * as possible. All bytes form one codeword, which makes interleaving pointless. Modules that are left over repeat the
 * codeword from its beginning.
 */

export const MODULES_PER_BYTE = 4;

/** Longest codeword of Reed-Solomon over GF(256). */
const LONGEST_CODEWORD = 255;

/** Smallest version whose codeword tolerates errors in more than a quarter of its bytes: 64 of 201. */
export const MINIMUM_VERSION = 4;

/**
 * @param size modules along one side of the code
 * @returns bytes of parity; null when there is no room for a signature
 */
export function parityOf(size: number): number | null {
  if (size < 17 + 4 * MINIMUM_VERSION) return null;
  const bytes = Math.floor(dataModules(size).length / MODULES_PER_BYTE);
  return Math.min(bytes, LONGEST_CODEWORD) - IMAGE_SIGNATURE_BYTES;
}

/**
 * The value of each data module, 0 to 3, in the order of `dataModules`.
 * @param signature from `encodeImageSignature`
 * @throws RangeError when the code is smaller than version 4
 */
export function layOut(signature: Uint8Array, size: number): Bytes {
  const parity = parityOf(size);
  if (parity === null || signature.length !== IMAGE_SIGNATURE_BYTES)
    throw new RangeError('a signature needs a code of version 4 or more');
  const codeword = addParity(signature, parity);
  const hues = new Uint8Array(dataModules(size).length);
  for (let place = 0, at = 0; place < hues.length; place++) {
    const shift = 6 - 2 * (at % MODULES_PER_BYTE);
    hues[place] = ((codeword[Math.floor(at / MODULES_PER_BYTE)] ?? 0) >> shift) & 3;
    at = at + 1 === codeword.length * MODULES_PER_BYTE ? 0 : at + 1;
  }
  return hues;
}
