import { addColourAt } from './add-colour-at';
import type { Picture } from '../picture';
import { project, type Point, type Matrix3 } from './projection';

/** Middles of the three finder patterns of a code. */
export type Finders = { topLeft: Point; topRight: Point; bottomLeft: Point };

/** Depths of the second and third finder that are tried, relative to the first. */
const DEPTHS = [1, 1.25, 0.8];
/**
 * Margin around the middles of the finders, in units of the distance between them: room for all versions and a quiet
 * zone.
 */
const MARGIN = 0.5;
/** Pixels between two middles: as in the picture, within limits that keep modules readable and the work small. */
const SHORTEST = 160;
const LONGEST = 320;

/** A view of a code, and the map of its pixels to the picture. */
export type StraightView = { view: Picture; toPicture: Matrix3 };

/**
 * Views a code as if from straight above, for readers whose grid has no perspective until the alignment pattern is
 * found. Three middles do not determine the tilt, so it is guessed, mildest first.
 */
export function* straighten(picture: Picture, finders: Finders): Generator<StraightView> {
  for (const right of DEPTHS) {
    for (const down of DEPTHS) {
      if (right !== 1 || down !== 1) yield viewOf(picture, finders, right, down);
    }
  }
}

function viewOf(
  picture: Picture,
  { topLeft, topRight, bottomLeft }: Finders,
  right: number,
  down: number,
): StraightView {
  const distances = [topRight, bottomLeft].map(({ x, y }) => Math.hypot(x - topLeft.x, y - topLeft.y));
  const unit = Math.min(Math.max(Math.round(Math.max(...distances)), SHORTEST), LONGEST);
  const side = Math.round(unit * (1 + 2 * MARGIN));
  // A point of the view, in units of `unit` from the first middle, is the mean of the three, weighted with their
  // depths.
  const [across, along] = [right * topRight.x - topLeft.x, right * topRight.y - topLeft.y];
  const [acrossDown, alongDown] = [down * bottomLeft.x - topLeft.x, down * bottomLeft.y - topLeft.y];
  const start = -MARGIN * unit;
  const shifted = (perRight: number, perDown: number, origin: number): [number, number, number] => [
    perRight / unit,
    perDown / unit,
    origin + ((perRight + perDown) * start) / unit,
  ];
  const toPicture: Matrix3 = [
    ...shifted(across, acrossDown, topLeft.x),
    ...shifted(along, alongDown, topLeft.y),
    ...shifted(right - 1, down - 1, 1),
  ];
  const data = new Uint8Array(side * side * 4);
  const sums = new Float64Array(3);
  for (let at = 0; at < side * side; at++) {
    const { x, y } = project(toPicture, at % side, Math.floor(at / side));
    sums.fill(0);
    addColourAt(picture, x, y, sums, 0);
    data.set([sums[0] ?? 0, sums[1] ?? 0, sums[2] ?? 0, 255], at * 4);
  }
  return { view: { width: side, height: side, data }, toPicture };
}
