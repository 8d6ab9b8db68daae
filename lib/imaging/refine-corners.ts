import { leastSquares } from './least-squares';
import type { Picture } from './picture';
import { projectionTo, type Corners, type Projection } from './projection';
import type { QrMatrix } from './qr-matrix';
import { sampleAt } from './sample-at';

const ROUNDS = 3;
/** Places looked at between the middles of two neighbouring modules. */
const STEPS = 6;
/** Differences between two modules below this, of 255, are noise and not an edge. */
const SMALLEST_EDGE = 12;

/**
 * Moves the corners of a code to where its edges are: wherever a dark and a light module meet, the step between them
 * tells how far off the grid is there.
 */
export function refineCorners(picture: Picture, { size, modules }: QrMatrix, corners: Corners): Corners {
  let refined = corners;
  for (let round = 0; round < ROUNDS; round++) {
    const projection = projectionTo(refined);
    const across = meanShift(picture, { size, modules }, projection, false);
    const down = meanShift(picture, { size, modules }, projection, true);
    const moved = (at: 0 | 1 | 2 | 3, u: number, v: number): { x: number; y: number } =>
      projection(u + (across[at] ?? 0), v + (down[at] ?? 0));
    refined = [moved(0, 0, 0), moved(1, 1, 0), moved(2, 1, 1), moved(3, 0, 1)];
  }
  return refined;
}

/**
 * How far each corner must move along one axis, in parts of the code's side: the edges' own shifts, as a surface that
 * is straight along the sides.
 * @param isDown along the columns instead of the rows
 */
function meanShift(picture: Picture, { size, modules }: QrMatrix, projection: Projection, isDown: boolean): number[] {
  return leastSquares(4, (add) => {
    for (let line = 0; line < size; line++) {
      for (let place = 0; place + 1 < size; place++) {
        const index = isDown ? place * size + line : line * size + place;
        if (modules[index] === modules[index + (isDown ? size : 1)]) continue;
        const along = (step: number): number => {
          const [a, b] = [(place + 0.5 + step) / size, (line + 0.5) / size];
          const { x, y } = isDown ? projection(b, a) : projection(a, b);
          return lightness(picture, x, y);
        };
        const [first, last] = [along(0), along(1)];
        if (Math.abs(last - first) < SMALLEST_EDGE) continue;
        let sum = 0.5;
        for (let step = 1; step < STEPS; step++) {
          sum += Math.min(Math.max((along(step / STEPS) - first) / (last - first), 0), 1);
        }
        // The mean of a step from 0 to 1 is the part that lies behind it.
        const shift = (0.5 - sum / STEPS) / size;
        const [u, v] = isDown ? [(line + 0.5) / size, (place + 1) / size] : [(place + 1) / size, (line + 0.5) / size];
        add([(1 - u) * (1 - v), u * (1 - v), u * v, (1 - u) * v], shift);
      }
    }
  });
}

function lightness(picture: Picture, x: number, y: number): number {
  return (sampleAt(picture, x, y, 0) + 2 * sampleAt(picture, x, y, 1) + sampleAt(picture, x, y, 2)) / 4;
}
