import type { Picture } from '../picture';

/**
 * Adds the interpolated colour at a point of a picture, which is extended beyond its edges.
 * @param x in pixels; whole numbers are the middles of pixels
 * @param sums receives red, green and blue, 0 to 255
 * @param at index of red in `sums`
 */
export function addColourAt(
  { width, height, data }: Picture,
  x: number,
  y: number,
  sums: Float64Array,
  at: number,
): void {
  const left = Math.min(Math.max(x, 0), width - 1.001);
  const top = Math.min(Math.max(y, 0), height - 1.001);
  const column = Math.floor(left);
  const row = Math.floor(top);
  const s = left - column;
  const t = top - row;
  const first = (row * width + column) * 4;
  const below = first + width * 4;
  for (let channel = 0; channel < 3; channel++) {
    const upper = (data[first + channel] ?? 0) * (1 - s) + (data[first + 4 + channel] ?? 0) * s;
    const lower = (data[below + channel] ?? 0) * (1 - s) + (data[below + 4 + channel] ?? 0) * s;
    sums[at + channel] = (sums[at + channel] ?? 0) + upper * (1 - t) + lower * t;
  }
}
