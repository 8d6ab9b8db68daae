import { dataModules } from './data-modules';
import { flattenLight } from './flatten-light';
import { matchHues, type HueFit } from './match-hues';
import { FIRST_DARK_HUE, FIRST_LIGHT_HUE, HUES } from './palette';
import type { Picture } from './picture';
import type { QrMatrix } from './qr-matrix';
import type { Corners } from './projection';
import { removeBleed } from './remove-bleed';
import { sampleModules } from './sample-modules';

const ROUNDS = 4;

/**
 * How well each of the four hues explains what is seen of each data module. Nothing is taken from the palette but the
 * order of its hues: where they lie in this picture is found in the picture.
 * @returns logarithms of likelihoods, four for each module of `dataModules`, 0 the best
 */
export function readHues(picture: Picture, matrix: QrMatrix, corners: Corners): Float64Array {
  const { size, modules } = matrix;
  const places = dataModules(size);
  const flat = flattenLight(sampleModules(picture, corners, size), matrix);
  // Black and white until more is known: 0 and 1 in lightness, no colour.
  const expected = new Float64Array(flat.length);
  for (let module = 0; module < modules.length; module++) expected[module * 3] = modules[module] === 1 ? 0 : 1;
  const likelihoods = new Float64Array(places.length * HUES);
  let fits: { dark: HueFit; light: HueFit } | null = null;
  for (let round = 0; round < ROUNDS; round++) {
    const clean = removeBleed(flat, expected, size, whiteOf(expected, size));
    const dark = matchHues(clean, membersOf(places, modules, 1), FIRST_DARK_HUE, fits?.dark ?? null);
    const light = matchHues(clean, membersOf(places, modules, 0), FIRST_LIGHT_HUE, fits?.light ?? null);
    fits = { dark, light };
    for (const [place, module] of places.entries()) {
      const { centres, logLikelihoods } = modules[module] === 1 ? dark : light;
      const own = logLikelihoods.get(module) ?? [];
      for (let hue = 0; hue < HUES; hue++) likelihoods[place * HUES + hue] = own[hue] ?? 0;
      for (let channel = 0; channel < 3; channel++) {
        expected[module * 3 + channel] =
          own.reduce((sum, logarithm, hue) => sum + Math.exp(logarithm) * (centres[hue]?.[channel] ?? 0), 0) /
          own.reduce((sum, logarithm) => sum + Math.exp(logarithm), 0);
      }
    }
    learnBlackAndWhite(clean, expected, matrix);
  }
  return likelihoods;
}

function membersOf(places: Uint16Array, modules: Uint8Array, shade: 0 | 1): number[] {
  return Array.from(places).filter((module) => modules[module] === shade);
}

/** The patterns that have no hue show where black and white lie among the hues. */
function learnBlackAndWhite(clean: Float64Array, expected: Float64Array, { size, modules }: QrMatrix): void {
  const isData = new Uint8Array(modules.length);
  for (const module of dataModules(size)) isData[module] = 1;
  for (const shade of [0, 1]) {
    const members = Array.from(modules.keys()).filter((module) => isData[module] === 0 && modules[module] === shade);
    for (let channel = 0; channel < 3; channel++) {
      const mean = members.reduce((sum, module) => sum + (clean[module * 3 + channel] ?? 0), 0) / members.length;
      for (const module of members) expected[module * 3 + channel] = mean;
    }
  }
}

/** What is expected of the first separator, which is as white as the quiet zone. */
function whiteOf(expected: Float64Array, size: number): number[] {
  const separator = 7 * size;
  return [0, 1, 2].map((channel) => expected[separator * 3 + channel] ?? 0);
}
