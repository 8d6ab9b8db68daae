import type { Picture } from './picture';

/**
 * One channel of a picture between its pixels; outside it is as at the edge.
 * @param x in pixels; whole numbers are the middles of pixels
 * @param channel 0 red, 1 green, 2 blue
 * @returns 0 to 255
 */
export function sampleAt({ width, height, data }: Picture, x: number, y: number, channel: 0 | 1 | 2): number {
  const left = Math.min(Math.max(x, 0), width - 1);
  const top = Math.min(Math.max(y, 0), height - 1);
  const [column, row] = [Math.min(Math.floor(left), width - 2), Math.min(Math.floor(top), height - 2)];
  const at = (row * width + column) * 4 + channel;
  const [s, t] = [left - column, top - row];
  const below = at + width * 4;
  const upper = (data[at] ?? 0) * (1 - s) + (data[at + 4] ?? 0) * s;
  const lower = (data[below] ?? 0) * (1 - s) + (data[below + 4] ?? 0) * s;
  return upper * (1 - t) + lower * t;
}
