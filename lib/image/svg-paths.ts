import type { ColourMatrix } from './colour/colour-matrix';
import { PALETTE, WHITE } from './colour/palette';
import { QUIET_ZONE_MODULES, type QrMatrix } from './qr-matrix';

/**
 * What an inline SVG needs: `<svg viewBox="0 0 {size} {size}" shape-rendering="crispEdges">` on white, and in it
 * `<path fill="{fill}" d="{path}"/>` for each.
 */
export type SvgPaths = {
  /** Modules along one side with the quiet zone: 29 to 185. */
  size: number;
  /** One for every colour but white. */
  paths: {
    /** `#rrggbb` */
    fill: string;
    /** Path data, to be filled; one unit is one module. */
    path: string;
  }[];
};

/** Each as wide as its index, from where the pen is; longer ones than a code's side are not asked for. */
const RECTANGLES = Array.from({ length: 178 }, (_, width) => `h${width}v1h-${width}z`);

/** Draws every run of one colour in a row as one rectangle. */
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

/** What an inline SVG needs: `<svg viewBox="0 0 {size} {size}"><path d="{path}"/></svg>` on white. */
type SvgPath = {
  /** Modules along one side with the quiet zone: 29 to 185. */
  size: number;
  /** Path data of the dark modules, to be filled; one unit is one module. */
  path: string;
};

/** A black-and-white code, whose one path needs no colour. */
export function svgPath(matrix: QrMatrix): SvgPath {
  const { size, paths } = svgPaths(matrix);
  return { size, path: paths[0]?.path ?? '' };
}
