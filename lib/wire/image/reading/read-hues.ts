import { dataModules } from '../colour/data-modules';
import { flattenLight } from './flatten-light';
import { matchHues, type HueFit } from './match-hues';
import { FIRST_DARK_HUE, FIRST_LIGHT_HUE, HUES } from '../colour/palette';
import type { QrMatrix } from '../qr-matrix';
import { expectShades, removeBleed } from './remove-bleed';

/** Each round knows the neighbours' colours better, and so their bleed. */
const ROUNDS = 4;

/** Modules of one shade, with the fit of their hues. */
type Group = { firstHue: number; places: number[]; fit: HueFit | null };

/**
 * How well each of the four hues explains each data module. Only the order of the palette's hues is used; where they
 * lie is estimated from the picture.
 * @param samples red, green and blue of every module
 * @returns log-likelihoods, four for each module of `dataModules`, 0 the best
 */
export function readHues(samples: Float64Array, matrix: QrMatrix): Float64Array {
  const { size, modules } = matrix;
  const order = dataModules(size);
  const placesOf = (shade: number): number[] =>
    Array.from(order.keys()).filter((place) => modules[order[place] ?? 0] === shade);
  const groups: Group[] = [
    { firstHue: FIRST_DARK_HUE, places: placesOf(1), fit: null },
    { firstHue: FIRST_LIGHT_HUE, places: placesOf(0), fit: null },
  ];
  const observed = flattenLight(samples, matrix);
  const expected = expectShades(observed, matrix);
  const likelihoods = new Float64Array(order.length * HUES);
  for (let round = 0; round < ROUNDS; round++) {
    const clean = removeBleed(observed, expected, size);
    expectBlackAndWhite(expected, clean, matrix);
    for (const group of groups) {
      const own = new Float64Array(group.places.length * 3);
      for (const [index, place] of group.places.entries()) {
        const at = (order[place] ?? 0) * 3;
        own.set(clean.subarray(at, at + 3), index * 3);
      }
      group.fit = matchHues(own, group.firstHue, group.fit);
      for (const [index, place] of group.places.entries()) {
        likelihoods.set(group.fit.logLikelihoods.subarray(index * HUES, (index + 1) * HUES), place * HUES);
        expected.set(meanHue(group.fit, index), (order[place] ?? 0) * 3);
      }
    }
  }
  return likelihoods;
}

function meanHue({ centres, shares }: HueFit, index: number): [number, number, number] {
  const mean: [number, number, number] = [0, 0, 0];
  for (let hue = 0; hue < HUES; hue++) {
    const share = shares[index * HUES + hue] ?? 0;
    mean[0] += share * (centres[hue * 3] ?? 0);
    mean[1] += share * (centres[hue * 3 + 1] ?? 0);
    mean[2] += share * (centres[hue * 3 + 2] ?? 0);
  }
  return mean;
}

/** The patterns without hues show where black and white lie among the hues. */
function expectBlackAndWhite(expected: Float64Array, clean: Float64Array, { size, modules }: QrMatrix): void {
  const isPlain = new Uint8Array(modules.length).fill(1);
  for (const at of dataModules(size)) isPlain[at] = 0;
  for (const shade of [0, 1]) {
    const members = Array.from(modules.keys()).filter((at) => isPlain[at] === 1 && modules[at] === shade);
    for (let channel = 0; channel < 3; channel++) {
      const mean = members.reduce((sum, at) => sum + (clean[at * 3 + channel] ?? 0), 0) / members.length;
      for (const at of members) expected[at * 3 + channel] = mean;
    }
  }
}
