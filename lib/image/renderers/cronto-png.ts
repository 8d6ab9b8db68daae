import { RendererError } from '../../activation/image/renderer-error';
import type { Bytes } from '../../shared/bytes';
import { SECOND } from '../../shared/time/duration';
import { pngSide } from './png-side';

/** For the whole answer, in milliseconds: a person is looking at an empty card meanwhile. */
export const CRONTO_TIME_LIMIT_MS = 4 * SECOND;
/** Far above what a Cronto image has, a few kilobytes. */
export const MAXIMUM_CRONTO_BYTES = 512 * 1_024;
/** Pixels. */
const SMALLEST_SIDE = 50;
const LARGEST_SIDE = 2_000;

/** @throws RendererError when it is no whole, square PNG of a size that can be shown */
export function checkedCronto(png: Bytes): Bytes {
  const side = pngSide(png);
  if (side === null || side < SMALLEST_SIDE || side > LARGEST_SIDE) throw new RendererError('not-an-image');
  return png;
}
