import type { ColourMatrix } from './colour/colour-matrix';
import { PALETTE, WHITE } from './colour/palette';
import { QUIET_ZONE_MODULES, type QrMatrix } from './qr-matrix';

/**
 * Data of an inline SVG: `<svg viewBox="0 0 {size} {size}" shape-rendering="crispEdges">` on white, with a `<path
 * fill="{fill}" d="{path}"/>` for each path.
 */
export type SvgPaths = {
  /** Modules along one side with the quiet zone: 29 to 185. */
  size: number;
  /** One for every colour but white. */
  paths: {
    /** `#rrggbb` */
    fill: string;
    /** Path data; one unit is one module. */
    path: string;
  }[];
};

/** A rectangle for each width, from the current point. */
const RECTANGLES = Array.from({ length: 178 }, (_, width) => `h${width}v1h-${width}z`);

/** Draws every run of one colour in a row as a rectangle. */
export function svgPaths({ size, modules }: ColourMatrix): SvgPaths {
  const paths = PALETTE.map((fill) => ({ fill, path: '' }));
  for (let row = 0; row < size; row++) {
    for (let start = 0, column = 1; column <= size; column++) {
      const colour = modules[row * size + start] ?? WHITE;
      if (column < size && modules[row * size + column] === colour) continue;
      const group = paths[colour];
      if (group && colour !== WHITE) {
        group.path += `M${start + QUIET_ZONE_MODULES} ${row + QUIET_ZONE_MODULES}${RECTANGLES[column - start]}`;
      }
      start = column;
    }
  }
  return { size: size + 2 * QUIET_ZONE_MODULES, paths: paths.filter(({ path }) => path !== '') };
}

/** Data of an inline SVG: `<svg viewBox="0 0 {size} {size}"><path d="{path}"/></svg>` on white. */
type SvgPath = {
  /** Modules along one side with the quiet zone: 29 to 185. */
  size: number;
  /** Path data of the dark modules; one unit is one module. */
  path: string;
};

/** A black-and-white code has one path and needs no colour. */
export function svgPath(matrix: QrMatrix): SvgPath {
  const { size, paths } = svgPaths(matrix);
  return { size, path: paths[0]?.path ?? '' };
}
