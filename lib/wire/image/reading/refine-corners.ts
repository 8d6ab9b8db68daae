import { addColourAt } from './add-colour-at';
import { leastSquares } from './least-squares';
import type { Picture } from '../picture';
import { project, projectionTo, type Corners, type Point, type Matrix3 } from './projection';
import type { QrMatrix } from '../qr-matrix';

const ROUNDS = 3;
/** Samples between the middles of two neighbouring modules. */
const STEPS = 6;
/** Smaller differences between two modules, of 255, are noise. */
const SMALLEST_EDGE = 12;

/**
 * Moves the corners of a code to its edges: the step between a dark and a light module shows how far off the grid is
 * there.
 * @param corners each off by at most 0.4 modules; from farther away the nearest edge can be another one
 */
export function refineCorners(picture: Picture, matrix: QrMatrix, corners: Corners): Corners {
  let refined = corners;
  for (let round = 0; round < ROUNDS; round++) {
    const projection = projectionTo(refined);
    const across = shiftsAlong('rows', picture, matrix, projection);
    const down = shiftsAlong('columns', picture, matrix, projection);
    refined = [
      project(projection, 0 + (across[0] ?? 0), 0 + (down[0] ?? 0)),
      project(projection, 1 + (across[1] ?? 0), 0 + (down[1] ?? 0)),
      project(projection, 1 + (across[2] ?? 0), 1 + (down[2] ?? 0)),
      project(projection, 0 + (across[3] ?? 0), 1 + (down[3] ?? 0)),
    ];
  }
  return refined;
}

/** How far each of the four corners must move, in fractions of the code's side, to minimize the shifts of the edges. */
function shiftsAlong(
  lines: 'rows' | 'columns',
  picture: Picture,
  { size, modules }: QrMatrix,
  projection: Matrix3,
): number[] {
  const [lineStride, stride] = lines === 'rows' ? [size, 1] : [1, size];
  return leastSquares(4, (add) => {
    for (let line = 0; line < size; line++) {
      for (let place = 0; place + 1 < size; place++) {
        const at = line * lineStride + place * stride;
        if (modules[at] === modules[at + stride]) continue;
        const shift = edgeShift(picture, middleOf(at, size, projection), middleOf(at + stride, size, projection));
        if (shift === null) continue;
        const [along, beside] = [(place + 1) / size, (line + 0.5) / size];
        const [u, v] = lines === 'rows' ? [along, beside] : [beside, along];
        add([(1 - u) * (1 - v), u * (1 - v), u * v, (1 - u) * v], shift / size);
      }
    }
  });
}

function middleOf(at: number, size: number, projection: Matrix3): Point {
  return project(projection, ((at % size) + 0.5) / size, (Math.floor(at / size) + 0.5) / size);
}

/** Offset of the step between two modules from half way between their middles, -0.5 to 0.5; null when there is none. */
function edgeShift(picture: Picture, from: Point, to: Point): number | null {
  const first = lightnessAt(picture, from.x, from.y);
  const rise = lightnessAt(picture, to.x, to.y) - first;
  if (Math.abs(rise) < SMALLEST_EDGE) return null;
  // The mean of a step from 0 to 1 is the fraction of the way behind it. Both ends count half.
  let sum = 0.5;
  for (let step = 1; step < STEPS; step++) {
    const share = step / STEPS;
    const here = lightnessAt(picture, from.x + share * (to.x - from.x), from.y + share * (to.y - from.y));
    sum += Math.min(Math.max((here - first) / rise, 0), 1);
  }
  return 0.5 - sum / STEPS;
}

const colour = new Float64Array(3);

function lightnessAt(picture: Picture, x: number, y: number): number {
  colour.fill(0);
  addColourAt(picture, x, y, colour, 0);
  const [red = 0, green = 0, blue = 0] = colour;
  return (red + 2 * green + blue) / 4;
}
