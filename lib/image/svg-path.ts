import type { QrMatrix } from './qr-matrix';
import { svgPaths } from './svg-paths';

/** What an inline SVG needs: `<svg viewBox="0 0 {size} {size}"><path d="{path}"/></svg>` on white. */
export type SvgPath = {
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
