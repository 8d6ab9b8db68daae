import { leastSquares } from './least-squares';

/**
 * Takes out of each module what its neighbours bleed into it: by blur, and by colours that JPEG and films keep at half
 * the resolution. How much that is follows from the expected colours, of which each module shows its own and some of the
 * means of the four beside it and the four at its corners.
 * @param seen three channels of every module, row by row
 * @param expected the same, as they would be without bleeding
 * @param background beyond the code's rim, where its quiet zone is
 */
export function removeBleed(
  seen: Float64Array,
  expected: Float64Array,
  size: number,
  background: readonly number[],
): Float64Array {
  const clean = new Float64Array(seen.length);
  for (let channel = 0; channel < 3; channel++) {
    const outside = background[channel] ?? 0;
    const at = (column: number, row: number): number =>
      column < 0 || row < 0 || column >= size || row >= size
        ? outside
        : (expected[(row * size + column) * 3 + channel] ?? 0);
    const means = Array.from({ length: size * size }, (_, module) => {
      const [column, row] = [module % size, Math.floor(module / size)];
      const beside = (at(column - 1, row) + at(column + 1, row) + at(column, row - 1) + at(column, row + 1)) / 4;
      const corners =
        (at(column - 1, row - 1) + at(column + 1, row - 1) + at(column - 1, row + 1) + at(column + 1, row + 1)) / 4;
      return [beside, corners] as const;
    });
    const [besideShare = 0, cornersShare = 0] = leastSquares(2, (add) => {
      for (const [module, [beside, corners]] of means.entries()) {
        const own = expected[module * 3 + channel] ?? 0;
        add([beside - own, corners - own], (seen[module * 3 + channel] ?? 0) - own);
      }
    });
    const ownShare = Math.max(1 - besideShare - cornersShare, 0.2);
    for (const [module, [beside, corners]] of means.entries()) {
      const bled = besideShare * beside + cornersShare * corners;
      clean[module * 3 + channel] = ((seen[module * 3 + channel] ?? 0) - bled) / ownShare;
    }
  }
  return clean;
}
