import { luma } from '../picture';
import { invert, type Matrix3 } from './projection';
import { HUES, PALETTE, rgbOf } from '../colour/palette';
/** Where four hues lie in a picture, and how well they explain its modules. */
export type HueFit = {
  /** Three channels of each of four hues. */
  centres: Float64Array;
  /** Log-likelihoods, four for each module, 0 the best. */
  logLikelihoods: Float64Array;
  /** The same as probabilities, which add up to 1 for each module. */
  shares: Float64Array;
};

const ROUNDS = 3;
/** Smallest variance of a channel: the quantization of eight bits. */
const SMALLEST_VARIANCE = 1e-5;

/**
 * Fits four hues to modules of one shade, as normal distributions with a common covariance (expectation-maximisation).
 * @param observed three channels of each module
 * @param firstHue index of the first hue in `PALETTE`
 * @param hueFit the previous fit; without one, the palette's hues are moved to the modules' mean and spread
 */
export function matchHues(observed: Float64Array, firstHue: number, hueFit: HueFit | null): HueFit {
  let centres = hueFit?.centres ?? firstCentres(observed, firstHue);
  let shares = hueFit?.shares ?? sharesOfNearest(observed, centres);
  let fit = explain(observed, centres, inverseSpread(observed, centres, shares));
  for (let round = 0; round < ROUNDS; round++) {
    shares = fit.shares;
    centres = meansOf(observed, centres, shares);
    fit = explain(observed, centres, inverseSpread(observed, centres, shares));
  }
  return fit;
}

/** The palette's hues, with the modules' mean and spread in each channel. */
function firstCentres(shades: Float64Array, firstHue: number): Float64Array {
  const hues = Float64Array.from(PALETTE.slice(firstHue, firstHue + HUES).flatMap(channelsOf));
  const centres = new Float64Array(hues.length);
  for (let channel = 0; channel < 3; channel++) {
    const observed = momentsOf(shades, channel);
    const painted = momentsOf(hues, channel);
    for (let at = channel; at < hues.length; at += 3) {
      const distance = (hues[at] ?? 0) - painted.mean;
      centres[at] = observed.mean + (distance * observed.deviation) / Math.max(painted.deviation, 1e-9);
    }
  }
  return centres;
}

function channelsOf(colour: string): number[] {
  const [red, green, blue] = rgbOf(colour);
  const lightness = luma(red, green, blue);
  return [lightness, red - lightness, blue - lightness];
}

function momentsOf(values: Float64Array, channel: number): { mean: number; deviation: number } {
  const count = values.length / 3;
  let [sum, squares] = [0, 0];
  for (let at = channel; at < values.length; at += 3) {
    sum += values[at] ?? 0;
    squares += (values[at] ?? 0) ** 2;
  }
  return { mean: sum / count, deviation: Math.sqrt(Math.max(squares / count - (sum / count) ** 2, 0)) };
}

function sharesOfNearest(observed: Float64Array, centres: Float64Array): Float64Array {
  const unit: Matrix3 = [1, 0, 0, 0, 1, 0, 0, 0, 1];
  return explain(observed, centres, unit).logLikelihoods.map((logarithm) => (logarithm === 0 ? 1 : 0));
}

function meansOf(observed: Float64Array, before: Float64Array, shares: Float64Array): Float64Array {
  const centres = new Float64Array(before.length);
  for (let hue = 0; hue < HUES; hue++) {
    let weight = 0;
    for (let at = 0; at * 3 < observed.length; at++) {
      const share = shares[at * HUES + hue] ?? 0;
      weight += share;
      for (let channel = 0; channel < 3; channel++) {
        centres[hue * 3 + channel] = (centres[hue * 3 + channel] ?? 0) + share * (observed[at * 3 + channel] ?? 0);
      }
    }
    for (let at = hue * 3; at < hue * 3 + 3; at++) {
      centres[at] = weight < 1 ? (before[at] ?? 0) : (centres[at] ?? 0) / weight;
    }
  }
  return centres;
}

/** Inverse covariance of the modules around their hues. */
function inverseSpread(observed: Float64Array, centres: Float64Array, shares: Float64Array): Matrix3 {
  let [rr, rg, rb, gg, gb, bb] = [0, 0, 0, 0, 0, 0];
  for (let at = 0; at * 3 < observed.length; at++) {
    for (let hue = 0; hue < HUES; hue++) {
      const share = shares[at * HUES + hue] ?? 0;
      const r = (observed[at * 3] ?? 0) - (centres[hue * 3] ?? 0);
      const g = (observed[at * 3 + 1] ?? 0) - (centres[hue * 3 + 1] ?? 0);
      const b = (observed[at * 3 + 2] ?? 0) - (centres[hue * 3 + 2] ?? 0);
      rr += share * r * r;
      rg += share * r * g;
      rb += share * r * b;
      gg += share * g * g;
      gb += share * g * b;
      bb += share * b * b;
    }
  }
  const [n, least] = [observed.length / 3, SMALLEST_VARIANCE];
  return invert([rr / n + least, rg / n, rb / n, rg / n, gg / n + least, gb / n, rb / n, gb / n, bb / n + least]);
}

function explain(observed: Float64Array, centres: Float64Array, inverse: Matrix3): HueFit {
  const [rr, rg, rb, , gg, gb, , , bb] = inverse;
  const logLikelihoods = new Float64Array((observed.length / 3) * HUES);
  const shares = new Float64Array(logLikelihoods.length);
  for (let at = 0; at * 3 < observed.length; at++) {
    let best = -Infinity;
    for (let hue = 0; hue < HUES; hue++) {
      const r = (observed[at * 3] ?? 0) - (centres[hue * 3] ?? 0);
      const g = (observed[at * 3 + 1] ?? 0) - (centres[hue * 3 + 1] ?? 0);
      const b = (observed[at * 3 + 2] ?? 0) - (centres[hue * 3 + 2] ?? 0);
      const logarithm = -(rr * r * r + gg * g * g + bb * b * b) / 2 - rg * r * g - rb * r * b - gb * g * b;
      logLikelihoods[at * HUES + hue] = logarithm;
      best = Math.max(best, logarithm);
    }
    let sum = 0;
    for (let place = at * HUES; place < at * HUES + HUES; place++) {
      logLikelihoods[place] = (logLikelihoods[place] ?? 0) - best;
      shares[place] = Math.exp(logLikelihoods[place] ?? 0);
      sum += shares[place] ?? 0;
    }
    for (let place = at * HUES; place < at * HUES + HUES; place++) shares[place] = (shares[place] ?? 0) / sum;
  }
  return { centres, logLikelihoods, shares };
}
