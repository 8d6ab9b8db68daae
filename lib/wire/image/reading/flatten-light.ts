import { dataModules } from '../colour/data-modules';
import { leastSquares } from './least-squares';
import { luma } from '../picture';
import type { QrMatrix } from '../qr-matrix';

/** Residuals beyond this many times the mean count less in the second fit, because reflections are not illumination. */
const FAR = 2;
/** Smallest distance of dark and light, of 255, at which they can be told apart. */
const SMALLEST_SPAN = 1;
/** Of a quadratic surface. */
const TERMS = 6;

/**
 * Removes uneven illumination. Each sample becomes a lightness, 0 for the average dark data module and 1 for the
 * average light one in every part of the picture, and two colour differences on the same scale, 0 for the average dark
 * one. Separate lightness and differences, because pictures and films blur colours more than lightness.
 * @param samples red, green and blue of every module
 * @returns lightness, red less lightness, blue less lightness of every module
 */
export function flattenLight(samples: Float64Array, { size, modules }: QrMatrix): Float64Array {
  const flat = samples.slice();
  for (let at = 0; at < flat.length; at += 3) {
    const lightness = luma(flat[at] ?? 0, flat[at + 1] ?? 0, flat[at + 2] ?? 0);
    flat[at + 1] = (flat[at] ?? 0) - lightness;
    flat[at + 2] = (flat[at + 2] ?? 0) - lightness;
    flat[at] = lightness;
  }
  const terms = surfaceTerms(size);
  const dark = Array.from(dataModules(size)).filter((at) => modules[at] === 1);
  const light = Array.from(dataModules(size)).filter((at) => modules[at] === 0);
  const ceiling = fitSurface(flat, 0, light, terms);
  const floors = [0, 1, 2].map((channel) => fitSurface(flat, channel, dark, terms));
  for (let at = 0; at < modules.length; at++) {
    const span = Math.max(heightAt(ceiling, terms, at) - heightAt(floors[0] ?? [], terms, at), SMALLEST_SPAN);
    for (let channel = 0; channel < 3; channel++) {
      const floor = heightAt(floors[channel] ?? [], terms, at);
      flat[at * 3 + channel] = ((flat[at * 3 + channel] ?? 0) - floor) / span;
    }
  }
  return flat;
}

/** Six for every module: 1, u, v, u², uv, v² with u and v from -0.5 to 0.5 across the code. */
function surfaceTerms(size: number): Float64Array {
  const terms = new Float64Array(size * size * TERMS);
  for (let at = 0; at < size * size; at++) {
    const [u, v] = [(at % size) / size - 0.5, Math.floor(at / size) / size - 0.5];
    terms.set([1, u, v, u * u, u * v, v * v], at * TERMS);
  }
  return terms;
}

/** Fits a quadratic surface to one channel of some modules, weighting outliers down. */
function fitSurface(samples: Float64Array, channel: number, members: number[], terms: Float64Array): number[] {
  const first = leastSquares(TERMS, (add) => {
    for (const at of members) add(terms.subarray(at * TERMS, (at + 1) * TERMS), samples[at * 3 + channel] ?? 0);
  });
  const residuals = members.map((at) => Math.abs((samples[at * 3 + channel] ?? 0) - heightAt(first, terms, at)));
  const far = (FAR * residuals.reduce((sum, residual) => sum + residual, 0)) / Math.max(members.length, 1);
  return leastSquares(TERMS, (add) => {
    for (const [index, at] of members.entries()) {
      const residual = residuals[index] ?? 0;
      const weight = residual > far ? (far / residual) ** 2 : 1;
      add(terms.subarray(at * TERMS, (at + 1) * TERMS), samples[at * 3 + channel] ?? 0, weight);
    }
  });
}

function heightAt(coefficients: number[], terms: Float64Array, at: number): number {
  let height = 0;
  for (let term = 0; term < TERMS; term++) height += (coefficients[term] ?? 0) * (terms[at * TERMS + term] ?? 0);
  return height;
}
