import { leastSquares } from './least-squares';
import type { QrMatrix } from '../qr-matrix';

/** How far a blur, or chroma at half the resolution, carries a neighbour's colour, in modules. */
const REACH = 3;
/** Squared distance of the farthest neighbours that count. */
const FARTHEST = 18;
/** A module keeps at least this share of its own colour; with less, the picture shows no code. */
const LEAST_OWN_SHARE = 0.2;
/** Row of a module in the first separator, which is white like the quiet zone. */
const SEPARATOR_ROW = 7;

/**
 * Removes what its neighbours bleed into each module, by blur and by the chroma that JPEG and films keep at half the
 * resolution. The amount at each distance is estimated from the expected colours: each module shows a share of its own
 * and of the means of the rings of neighbours around it.
 * @param observed three channels of every module, row by row
 * @param expected the same without bleed
 */
export function removeBleed(observed: Float64Array, expected: Float64Array, size: number): Float64Array {
  const clean = new Float64Array(observed.length);
  for (let channel = 0; channel < 3; channel++) {
    const means = ringMeans(expected, size, channel);
    const differences = new Float64Array(means.length);
    const shares = leastSquares(means.length, (add) => {
      for (let at = 0; at < size * size; at++) {
        const own = expected[at * 3 + channel] ?? 0;
        for (let ring = 0; ring < means.length; ring++) differences[ring] = (means[ring]?.[at] ?? 0) - own;
        add(differences, (observed[at * 3 + channel] ?? 0) - own);
      }
    });
    const ownShare = Math.max(1 - shares.reduce((sum, share) => sum + share, 0), LEAST_OWN_SHARE);
    for (let at = 0; at < size * size; at++) {
      let bled = 0;
      for (let ring = 0; ring < means.length; ring++) bled += (shares[ring] ?? 0) * (means[ring]?.[at] ?? 0);
      clean[at * 3 + channel] = ((observed[at * 3 + channel] ?? 0) - bled) / ownShare;
    }
  }
  return clean;
}

/** The expectation while no hue is known: the mean of the modules of the same shade. */
export function expectShades(observed: Float64Array, { modules }: QrMatrix): Float64Array {
  const expected = new Float64Array(observed.length);
  for (const shade of [0, 1]) {
    const members = Array.from(modules.keys()).filter((at) => modules[at] === shade);
    for (let channel = 0; channel < 3; channel++) {
      const mean = members.reduce((sum, at) => sum + (observed[at * 3 + channel] ?? 0), 0) / members.length;
      for (const at of members) expected[at * 3 + channel] = mean;
    }
  }
  return expected;
}

/** Neighbours by distance: each ring's steps to the right and down. */
const RINGS = Array.from({ length: FARTHEST }, (_, index) =>
  steps().filter(([right, down]) => right * right + down * down === index + 1),
).filter((ring) => ring.length > 0);

function steps(): [number, number][] {
  const line = Array.from({ length: 2 * REACH + 1 }, (_, index) => index - REACH);
  return line.flatMap((down) => line.map((right): [number, number] => [right, down]));
}

/** One channel's mean over each ring around every module. Beyond the edge is the quiet zone. */
function ringMeans(expected: Float64Array, size: number, channel: number): Float64Array[] {
  const width = size + 2 * REACH;
  const padded = new Float64Array(width * width).fill(expected[SEPARATOR_ROW * size * 3 + channel] ?? 0);
  for (let at = 0; at < size * size; at++) {
    padded[(Math.floor(at / size) + REACH) * width + (at % size) + REACH] = expected[at * 3 + channel] ?? 0;
  }
  return RINGS.map((ring) => {
    const offsets = ring.map(([right, down]) => down * width + right);
    const means = new Float64Array(size * size);
    for (let at = 0; at < means.length; at++) {
      const middle = (Math.floor(at / size) + REACH) * width + (at % size) + REACH;
      let sum = 0;
      for (const offset of offsets) sum += padded[middle + offset] ?? 0;
      means[at] = sum / offsets.length;
    }
    return means;
  });
}
