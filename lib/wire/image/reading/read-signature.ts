import { MODULES_PER_BYTE, parityOf } from '../colour/colour-layer';
import { parseImageSignature, IMAGE_SIGNATURE_BYTES, type ImageSignature } from '../colour/image-signature';
import { HUES } from '../colour/palette';
import type { Picture } from '../picture';
import { readHues } from './read-hues';
import { removeParity } from '../colour/reed-solomon';
import { refineCorners } from './refine-corners';
import type { LocatedCode } from './locate-code';
import { flattenLight } from './flatten-light';
import type { QrMatrix } from '../qr-matrix';
import { expectShades, removeBleed } from './remove-bleed';
import { addColourAt } from './add-colour-at';
import { project, projectionTo, type Corners } from './projection';

/** Sample points along each side of a module, from its middle, in modules. Its edges bleed into its neighbours. */
const OFFSETS = [-0.25, 0, 0.25];

/** Erasures added from one attempt to the next. */
const ERASURE_STEP = 8;
/** Parity that is always left to detect errors: noise passes for a codeword about once in 16! tries. */
const PARITY_FOR_ERRORS = 32;

/**
 * Reads the signature in a code's colours.
 * @param picture in which the code was located
 * @returns the signature, not yet verified; null when there are no colours or they cannot be read
 */
export function readImageSignature(picture: Picture, { matrix, corners }: LocatedCode): ImageSignature | null {
  const parity = parityOf(matrix.size);
  if (parity === null) return null;
  const samples = sampleModules(picture, refineCorners(picture, matrix, corners), matrix.size);
  const likelihoods = readHues(samples, classifyShades(samples, matrix));
  const { bytes, leastSure } = readBytes(likelihoods, IMAGE_SIGNATURE_BYTES + parity);
  for (let erasures = 0; erasures <= parity - PARITY_FOR_ERRORS; erasures += ERASURE_STEP) {
    const mended = removeParity(bytes, parity, leastSure.slice(0, erasures));
    if (!mended.ok) continue;
    const signature = parseImageSignature(mended.value);
    return signature.ok ? signature.value : null;
  }
  return null;
}

/** Adds up the likelihoods over all repetitions of the codeword, and takes the likeliest value of each two bits. */
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
    // Log-probability of the best value.
    doubts[byte] = (doubts[byte] ?? 0) + Math.log(values.reduce((sum, value) => sum + Math.exp(value - best), 0));
  }
  const leastSure = Array.from(bytes.keys()).sort((left, right) => (doubts[right] ?? 0) - (doubts[left] ?? 0));
  return { bytes, leastSure };
}

/**
 * Classifies dark and light modules again, with exact positions, flattened light and without bleed: the decoder's own
 * grid is coarser, and only as right as its error correction needs.
 */
function classifyShades(samples: Float64Array, matrix: QrMatrix): QrMatrix {
  const observed = flattenLight(samples, matrix);
  const clean = removeBleed(observed, expectShades(observed, matrix), matrix.size);
  return { size: matrix.size, modules: matrix.modules.map((_, at) => ((clean[at * 3] ?? 0) < 0.5 ? 1 : 0)) };
}

/**
 * The mean colour of every module's inner part.
 * @param size modules along one side
 * @returns red, green and blue, 0 to 255, of every module, row by row
 */
function sampleModules(picture: Picture, corners: Corners, size: number): Float64Array {
  const projection = projectionTo(corners);
  const samples = new Float64Array(size * size * 3);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      for (const down of OFFSETS) {
        for (const across of OFFSETS) {
          const { x, y } = project(projection, (column + 0.5 + across) / size, (row + 0.5 + down) / size);
          addColourAt(picture, x, y, samples, (row * size + column) * 3);
        }
      }
    }
  }
  return samples.map((sum) => sum / OFFSETS.length ** 2);
}
