const FINDER_AND_SEPARATOR = 8;
const TIMING_LINE = 6;
/** From this version on a code contains its version in two blocks of 6 × 3 modules. */
const FIRST_VERSION_WITH_BLOCKS = 7;

const cache = new Map<number, Uint16Array>();

/**
 * The data modules of a QR code: those outside finder, separator, timing, alignment, format and version patterns, in
 * the order in which the symbol fills them (ISO/IEC 18004, 7.7.3). Four in a row form a square block nearly everywhere.
 * @param size modules along one side: 21, 25 … 177
 * @returns indexes into the symbol's modules, row by row
 */
export function dataModules(size: number): Uint16Array {
  let modules = cache.get(size);
  if (!modules) cache.set(size, (modules = inPlacementOrder(size)));
  return modules;
}

function inPlacementOrder(size: number): Uint16Array {
  const isTaken = functionModules(size);
  const order: number[] = [];
  let isUpward = true;
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === TIMING_LINE) right--;
    for (let step = 0; step < size; step++) {
      const row = isUpward ? size - 1 - step : step;
      for (const column of [right, right - 1]) {
        if (!isTaken[row * size + column]) order.push(row * size + column);
      }
    }
    isUpward = !isUpward;
  }
  return Uint16Array.from(order);
}

/** 1 for every module that is fixed by the symbol's version or encodes its format. */
function functionModules(size: number): Uint8Array {
  const occupied = new Uint8Array(size * size);
  const take = (left: number, top: number, width: number, height: number): void => {
    for (let row = top; row < top + height; row++) occupied.fill(1, row * size + left, row * size + left + width);
  };
  const far = size - FINDER_AND_SEPARATOR;
  // The format's row and column run along the finders, so each corner is one larger.
  take(0, 0, FINDER_AND_SEPARATOR + 1, FINDER_AND_SEPARATOR + 1);
  take(far, 0, FINDER_AND_SEPARATOR, FINDER_AND_SEPARATOR + 1);
  take(0, far, FINDER_AND_SEPARATOR + 1, FINDER_AND_SEPARATOR);
  take(0, TIMING_LINE, size, 1);
  take(TIMING_LINE, 0, 1, size);
  const centres = alignmentCentres(size);
  const last = centres.at(-1);
  for (const x of centres) {
    for (const y of centres) {
      const isAtFinder = (x === TIMING_LINE && (y === TIMING_LINE || y === last)) || (x === last && y === TIMING_LINE);
      if (!isAtFinder) take(x - 2, y - 2, 5, 5);
    }
  }
  if (versionOf(size) >= FIRST_VERSION_WITH_BLOCKS) {
    take(far - 3, 0, 3, 6);
    take(0, far - 3, 6, 3);
  }
  return occupied;
}

/** Rows, and likewise columns, of the alignment patterns' centres (ISO/IEC 18004, annex E). */
function alignmentCentres(size: number): number[] {
  const version = versionOf(size);
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const last = size - 7;
  // Even steps from the far end; the standard's table deviates in version 32 only.
  const step = version === 32 ? 26 : Math.ceil((last - TIMING_LINE) / (count - 1) / 2) * 2;
  return [TIMING_LINE, ...Array.from({ length: count - 1 }, (_, index) => last - (count - 2 - index) * step)];
}

function versionOf(size: number): number {
  const version = (size - 17) / 4;
  if (!Number.isInteger(version) || version < 1 || version > 40) throw new RangeError('not the size of a QR code');
  return version;
}
