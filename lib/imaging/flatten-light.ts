import { dataModules } from './data-modules';
import { leastSquares } from './least-squares';
import type { QrMatrix } from './qr-matrix';

/** Two times: the second leaves out what the first finds far off, such as a reflection. */
const ROUNDS = 2;
/** Residuals beyond this many times the mean one count little. */
const FAR = 2;

/**
 * Takes the light out of the samples: red, green and blue become 0 where dark data modules are on average and 1 where
 * light ones are, in every part of the picture, whatever its tint, brightness or gamma. Then they are turned into a
 * lightness and two colour differences, because pictures and films blur colours more than lightness.
 * @param samples red, green and blue of every module
 * @returns lightness, red less lightness, blue less lightness of every module
 */
export function flattenLight(samples: Float64Array, { size, modules }: QrMatrix): Float64Array {
  const flat = new Float64Array(samples.length);
  for (let channel = 0; channel < 3; channel++) {
    const dark = surface(samples, { size, modules }, channel, 1);
    const light = surface(samples, { size, modules }, channel, 0);
    for (let module = 0; module < size * size; module++) {
      const terms = termsAt(module, size);
      const floor = valueOf(dark, terms);
      const span = Math.max(valueOf(light, terms) - floor, 1);
      flat[module * 3 + channel] = ((samples[module * 3 + channel] ?? 0) - floor) / span;
    }
  }
  for (let at = 0; at < flat.length; at += 3) {
    const [red = 0, green = 0, blue = 0] = flat.subarray(at, at + 3);
    const lightness = 0.299 * red + 0.587 * green + 0.114 * blue;
    flat.set([lightness, red - lightness, blue - lightness], at);
  }
  return flat;
}

/** Fits one channel of the data modules of one shade as a quadratic surface over the code. */
function surface(samples: Float64Array, { size, modules }: QrMatrix, channel: number, shade: 0 | 1): number[] {
  const members = Array.from(dataModules(size)).filter((module) => modules[module] === shade);
  let fitted: number[] = [];
  let scale = Infinity;
  for (let round = 0; round < ROUNDS; round++) {
    const residual = (module: number): number =>
      Math.abs((samples[module * 3 + channel] ?? 0) - valueOf(fitted, termsAt(module, size)));
    const previous = fitted;
    fitted = leastSquares(6, (add) => {
      for (const module of members) {
        const weight = previous.length === 0 ? 1 : Math.min(1, scale / Math.max(residual(module), 1e-9)) ** 2;
        add(termsAt(module, size), samples[module * 3 + channel] ?? 0, weight);
      }
    });
    const sum = members.reduce((total, module) => total + residual(module), 0);
    scale = (FAR * sum) / Math.max(members.length, 1);
  }
  return fitted;
}

function termsAt(module: number, size: number): number[] {
  const [u, v] = [(module % size) / size - 0.5, Math.floor(module / size) / size - 0.5];
  return [1, u, v, u * u, u * v, v * v];
}

function valueOf(coefficients: number[], terms: number[]): number {
  return coefficients.reduce((sum, coefficient, at) => sum + coefficient * (terms[at] ?? 0), 0);
}
