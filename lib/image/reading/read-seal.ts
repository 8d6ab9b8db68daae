import { MODULES_PER_BYTE, parityOf } from '../colour/colour-layer';
import { parseSeal, SEAL_BYTES, type ImageSeal } from '../colour/image-seal';
import { HUES } from '../colour/palette';
import type { Picture } from '../picture';
import { readHues } from './read-hues';
import { removeParity } from '../colour/reed-solomon';
import { refineCorners } from './refine-corners';
import { sampleModules } from './sample-modules';
import type { LocatedCode } from './locate-code';
import { classifyShades } from './classify-shades';

/** Bytes by which the number of given up bytes grows from one attempt to the next. */
const ERASURE_STEP = 8;
/**
 * Parity that is always left to find errors with, and so to tell a seal from noise: a word that is no codeword passes
 * for one about once in 16! tries.
 */
const PARITY_FOR_ERRORS = 32;

/**
 * Reads what the colours of a code say.
 * @param picture where the code was sighted
 * @returns null when there are no colours, or none that can be read; the seal is not verified yet
 */
export function readSeal(picture: Picture, { matrix, corners }: LocatedCode): ImageSeal | null {
  const parity = parityOf(matrix.size);
  if (parity === null) return null;
  const samples = sampleModules(picture, refineCorners(picture, matrix, corners), matrix.size);
  const likelihoods = readHues(samples, classifyShades(samples, matrix));
  const { bytes, leastSure } = readBytes(likelihoods, SEAL_BYTES + parity);
  for (let erasures = 0; erasures <= parity - PARITY_FOR_ERRORS; erasures += ERASURE_STEP) {
    const mended = removeParity(bytes, parity, leastSure.slice(0, erasures));
    if (!mended.ok) continue;
    const seal = parseSeal(mended.value);
    return seal.ok ? seal.value : null;
  }
  return null;
}

/** Adds up what every repetition of the codeword says, and takes of each two bits the likeliest. */
function readBytes(likelihoods: Float64Array, length: number): { bytes: Uint8Array; leastSure: number[] } {
  const sums = new Float64Array(length * MODULES_PER_BYTE * HUES);
  for (const [at, likelihood] of likelihoods.entries())
    sums[at % sums.length] = (sums[at % sums.length] ?? 0) + likelihood;
  const bytes = new Uint8Array(length);
  const doubts = new Float64Array(length);
  for (let pair = 0; pair < length * MODULES_PER_BYTE; pair++) {
    const values = Array.from(sums.subarray(pair * HUES, (pair + 1) * HUES));
    const best = Math.max(...values);
    const byte = Math.floor(pair / MODULES_PER_BYTE);
    bytes[byte] = ((bytes[byte] ?? 0) << 2) | values.indexOf(best);
    // Logarithm of how likely the best one is.
    doubts[byte] = (doubts[byte] ?? 0) + Math.log(values.reduce((sum, value) => sum + Math.exp(value - best), 0));
  }
  const leastSure = Array.from(bytes.keys()).sort((left, right) => (doubts[right] ?? 0) - (doubts[left] ?? 0));
  return { bytes, leastSure };
}
