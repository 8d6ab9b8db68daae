/**
 * Unknowns x that bring rows · x nearest to their values, by the normal equations.
 * @param unknowns how many there are
 * @param eachRow calls back with every row, as long as there are unknowns, with its value and its weight
 * @returns the unknowns; those that the rows say nothing about are 0
 */
export function leastSquares(
  unknowns: number,
  eachRow: (add: (row: readonly number[], value: number, weight?: number) => void) => void,
): number[] {
  const width = unknowns + 1;
  const matrix = Array.from({ length: unknowns }, () => new Float64Array(width));
  eachRow((row, value, weight = 1) => {
    for (let at = 0; at < unknowns; at++) {
      const line = matrix[at];
      const factor = weight * (row[at] ?? 0);
      if (!line) continue;
      for (let column = 0; column < unknowns; column++)
        line[column] = (line[column] ?? 0) + factor * (row[column] ?? 0);
      line[unknowns] = (line[unknowns] ?? 0) + factor * value;
    }
  });
  return solve(matrix);
}

/** Gauss and Jordan's elimination with the largest pivot of each column. */
function solve(matrix: Float64Array[]): number[] {
  const size = matrix.length;
  for (let column = 0; column < size; column++) {
    let best = column;
    for (let row = column + 1; row < size; row++) {
      if (Math.abs(matrix[row]?.[column] ?? 0) > Math.abs(matrix[best]?.[column] ?? 0)) best = row;
    }
    const pivotRow = matrix[best];
    const pivot = pivotRow?.[column] ?? 0;
    if (!pivotRow || Math.abs(pivot) < 1e-12) continue;
    matrix[best] = matrix[column] ?? pivotRow;
    matrix[column] = pivotRow;
    for (let row = 0; row < size; row++) {
      const line = matrix[row];
      if (!line || row === column) continue;
      const factor = (line[column] ?? 0) / pivot;
      if (factor === 0) continue;
      for (let at = column; at <= size; at++) line[at] = (line[at] ?? 0) - factor * (pivotRow[at] ?? 0);
    }
  }
  return matrix.map((line, at) => (Math.abs(line[at] ?? 0) < 1e-12 ? 0 : (line[size] ?? 0) / (line[at] ?? 1)));
}
