import { addColourAt } from './add-colour-at';
import type { Picture } from '../picture';
import { project, projectionTo, type Corners } from './projection';

/** Where a module is looked at along each side, from its middle, in modules: its rims are its neighbours' as much. */
const OFFSETS = [-0.25, 0, 0.25];

/**
 * The mean colour of every module's inner part.
 * @param size modules along one side
 * @returns red, green and blue, 0 to 255, of every module, row by row
 */
export function sampleModules(picture: Picture, corners: Corners, size: number): Float64Array {
  const projection = projectionTo(corners);
  const samples = new Float64Array(size * size * 3);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      for (const down of OFFSETS) {
        for (const across of OFFSETS) {
          const { x, y } = project(projection, (column + 0.5 + across) / size, (row + 0.5 + down) / size);
          addColourAt(picture, x, y, samples, (row * size + column) * 3);
        }
      }
    }
  }
  return samples.map((sum) => sum / OFFSETS.length ** 2);
}
