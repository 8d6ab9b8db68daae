import type { Bytes } from '../../shared/bytes';
import { dataModules } from './data-modules';
import { IMAGE_SIGNATURE_BYTES } from './image-signature';
import { addParity } from './reed-solomon';

/*
 * How a signature is laid over the data modules of a QR code. A byte takes four modules, two bits each, the higher bits
 * first; the modules come in the symbol's own order, in which those four touch, so that a blot of glare costs as few
 * bytes as it can. All bytes are one codeword, which is as good as any spreading. Modules that are left over say the
 * codeword again from its beginning.
 */

export const MODULES_PER_BYTE = 4;

/** Longest codeword of Reed-Solomon over GF(256). */
const LONGEST_CODEWORD = 255;

/** Smallest version in which more than a quarter of the bytes may be wrong: 201 bytes, of which 64 can be mended. */
export const MINIMUM_VERSION = 4;

/** @param size modules along one side of the code @returns how many bytes of parity its signature has, or null when there is no room */
export function parityOf(size: number): number | null {
  if (size < 17 + 4 * MINIMUM_VERSION) return null;
  const bytes = Math.floor(dataModules(size).length / MODULES_PER_BYTE);
  return Math.min(bytes, LONGEST_CODEWORD) - IMAGE_SIGNATURE_BYTES;
}

/**
 * What each data module says, 0 to 3, in the order of `dataModules`.
 * @param signature as `encodeImageSignature` writes it
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
