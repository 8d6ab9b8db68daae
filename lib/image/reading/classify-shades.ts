import { flattenLight } from './flatten-light';
import type { QrMatrix } from '../qr-matrix';
import { expectShades, removeBleed } from './remove-bleed';

/**
 * Tells dark from light modules once more, now that it is known where they are and how much light and blur there is: the
 * decoder's own grid is coarser, and right only as far as its error correction needs it.
 */
export function classifyShades(samples: Float64Array, matrix: QrMatrix): QrMatrix {
  const seen = flattenLight(samples, matrix);
  const clean = removeBleed(seen, expectShades(seen, matrix), matrix.size);
  return { size: matrix.size, modules: matrix.modules.map((_, at) => ((clean[at * 3] ?? 0) < 0.5 ? 1 : 0)) };
}
