import { HUES, PALETTE } from './palette';

/** Where four hues lie in a picture, and how well they explain its modules. */
export type HueFit = {
  /** Three channels of each hue. */
  centres: number[][];
  /** Of each module, one for each hue, 0 the best. */
  logLikelihoods: Map<number, number[]>;
};

const ROUNDS = 3;
/** Smallest variance of a channel: the steps of eight bits. */
const SMALLEST_VARIANCE = 1e-5;

/**
 * Fits four hues to modules of one shade, as normal distributions that share their spread (expectation-maximisation).
 * @param seen three channels of every module
 * @param members indexes of the modules
 * @param firstHue number of the first hue in `PALETTE`
 * @param known where the hues were last seen; else they begin as in the palette, moved to the members' mean and spread
 */
export function matchHues(seen: Float64Array, members: number[], firstHue: number, known: HueFit | null): HueFit {
  let centres = known?.centres ?? firstCentres(seen, members, firstHue);
  let inverse = inverseSpread(seen, members, centres, null);
  let fit = explain(seen, members, centres, inverse);
  for (let round = 0; round < ROUNDS; round++) {
    centres = meansOf(seen, members, fit);
    inverse = inverseSpread(seen, members, centres, fit);
    fit = explain(seen, members, centres, inverse);
  }
  return fit;
}

/** The palette's hues with the mean and the spread that the members have in each channel. */
function firstCentres(seen: Float64Array, members: number[], firstHue: number): number[][] {
  const hues = PALETTE.slice(firstHue, firstHue + HUES).map(channelsOf);
  const centres: number[][] = hues.map(() => [0, 0, 0]);
  for (let channel = 0; channel < 3; channel++) {
    const observed = momentsOf(members.map((module) => seen[module * 3 + channel] ?? 0));
    const painted = momentsOf(hues.map((hue) => hue[channel] ?? 0));
    for (const [hue, centre] of centres.entries()) {
      centre[channel] =
        observed.mean +
        (((hues[hue]?.[channel] ?? 0) - painted.mean) * observed.deviation) / Math.max(painted.deviation, 1e-9);
    }
  }
  return centres;
}

function channelsOf(colour: string): number[] {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  const lightness = 0.299 * red + 0.587 * green + 0.114 * blue;
  return [lightness, red - lightness, blue - lightness];
}

function momentsOf(values: number[]): { mean: number; deviation: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1);
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(values.length, 1);
  return { mean, deviation: Math.sqrt(variance) };
}

function meansOf(seen: Float64Array, members: number[], fit: HueFit): number[][] {
  return fit.centres.map((centre, hue) => {
    const sum = [0, 0, 0];
    let weight = 0;
    for (const module of members) {
      const share = shareOf(fit, module, hue);
      weight += share;
      for (let channel = 0; channel < 3; channel++)
        sum[channel] = (sum[channel] ?? 0) + share * (seen[module * 3 + channel] ?? 0);
    }
    return weight < 1 ? centre : sum.map((total) => total / weight);
  });
}

/** How much of a module is this hue's, 0 to 1. */
function shareOf(fit: HueFit, module: number, hue: number): number {
  const own = fit.logLikelihoods.get(module) ?? [];
  return Math.exp(own[hue] ?? 0) / own.reduce((sum, logarithm) => sum + Math.exp(logarithm), 0);
}

/** Inverse of the covariance around the centres; around the nearest ones, channel by channel, when nothing is matched yet. */
function inverseSpread(seen: Float64Array, members: number[], centres: number[][], fit: HueFit | null): number[][] {
  const covariance = [0, 1, 2].map(() => [0, 0, 0]);
  for (const module of members) {
    const shares = fit
      ? centres.map((_, hue) => shareOf(fit, module, hue))
      : centres.map((_, hue) => (hue === nearest(seen, module, centres) ? 1 : 0));
    for (const [hue, share] of shares.entries()) {
      if (share < 1e-6) continue;
      const difference = [0, 1, 2].map((channel) => (seen[module * 3 + channel] ?? 0) - (centres[hue]?.[channel] ?? 0));
      for (let row = 0; row < 3; row++) {
        for (let column = 0; column < 3; column++) {
          const line = covariance[row];
          if (line)
            line[column] =
              (line[column] ?? 0) + (share * (difference[row] ?? 0) * (difference[column] ?? 0)) / members.length;
        }
      }
    }
  }
  for (let channel = 0; channel < 3; channel++) {
    const line = covariance[channel];
    if (line) line[channel] = (line[channel] ?? 0) + SMALLEST_VARIANCE;
  }
  return invert(covariance);
}

function nearest(seen: Float64Array, module: number, centres: number[][]): number {
  const distances = centres.map((centre) =>
    centre.reduce((sum, value, channel) => sum + ((seen[module * 3 + channel] ?? 0) - value) ** 2, 0),
  );
  return distances.indexOf(Math.min(...distances));
}

function explain(seen: Float64Array, members: number[], centres: number[][], inverse: number[][]): HueFit {
  const logLikelihoods = new Map<number, number[]>();
  for (const module of members) {
    const distances = centres.map((centre) => {
      const d = centre.map((value, channel) => (seen[module * 3 + channel] ?? 0) - value);
      let sum = 0;
      for (let row = 0; row < 3; row++) {
        for (let column = 0; column < 3; column++)
          sum += (d[row] ?? 0) * (inverse[row]?.[column] ?? 0) * (d[column] ?? 0);
      }
      return sum;
    });
    const least = Math.min(...distances);
    logLikelihoods.set(
      module,
      distances.map((distance) => (least - distance) / 2),
    );
  }
  return { centres, logLikelihoods };
}

/** Of a symmetric 3 × 3 matrix that is positive definite, by its adjugate. */
function invert(m: number[][]): number[][] {
  const at = (row: number, column: number): number => m[row % 3]?.[column % 3] ?? 0;
  const cofactor = (row: number, column: number): number =>
    at(row + 1, column + 1) * at(row + 2, column + 2) - at(row + 1, column + 2) * at(row + 2, column + 1);
  const determinant = at(0, 0) * cofactor(0, 0) + at(0, 1) * cofactor(0, 1) + at(0, 2) * cofactor(0, 2);
  return [0, 1, 2].map((row) => [0, 1, 2].map((column) => cofactor(column, row) / determinant));
}
