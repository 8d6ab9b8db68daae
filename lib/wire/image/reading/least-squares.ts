/**
 * Solves a least-squares problem by the normal equations.
 * @param unknowns how many there are
 * @param eachRow calls back with every row (one coefficient per unknown), its value and its weight
 * @returns the unknowns; those that no row determines are 0
 */
export function leastSquares(
  unknowns: number,
  eachRow: (add: (row: ArrayLike<number>, value: number, weight?: number) => void) => void,
): number[] {
  const width = unknowns + 1;
  const matrix = new Float64Array(unknowns * width);
  eachRow((row, value, weight = 1) => {
    for (let line = 0; line < unknowns; line++) {
      const factor = weight * (row[line] ?? 0);
      const start = line * width;
      for (let at = 0; at < unknowns; at++) matrix[start + at] = (matrix[start + at] ?? 0) + factor * (row[at] ?? 0);
      matrix[start + unknowns] = (matrix[start + unknowns] ?? 0) + factor * value;
    }
  });
  return solve(Array.from({ length: unknowns }, (_, line) => matrix.subarray(line * width, (line + 1) * width)));
}

/** Smaller pivots belong to undetermined unknowns. */
const SMALLEST_PIVOT = 1e-12;

/** Gauss-Jordan elimination with partial pivoting. */
function solve(matrix: Float64Array[]): number[] {
  const size = matrix.length;
  for (let column = 0; column < size; column++) {
    let best = column;
    for (let row = column + 1; row < size; row++) {
      if (Math.abs(matrix[row]?.[column] ?? 0) > Math.abs(matrix[best]?.[column] ?? 0)) best = row;
    }
    const pivotRow = matrix[best];
    const pivot = pivotRow?.[column] ?? 0;
    if (!pivotRow || Math.abs(pivot) < SMALLEST_PIVOT) continue;
    matrix[best] = matrix[column] ?? pivotRow;
    matrix[column] = pivotRow;
    for (const [row, line] of matrix.entries()) {
      const factor = row === column ? 0 : (line[column] ?? 0) / pivot;
      if (factor === 0) continue;
      for (let at = column; at <= size; at++) line[at] = (line[at] ?? 0) - factor * (pivotRow[at] ?? 0);
    }
  }
  return matrix.map((line, at) => (Math.abs(line[at] ?? 0) < SMALLEST_PIVOT ? 0 : (line[size] ?? 0) / (line[at] ?? 1)));
}
