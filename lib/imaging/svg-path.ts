import { QUIET_ZONE_MODULES, type QrMatrix } from './qr-matrix';

/** What an inline SVG needs: `<svg viewBox="0 0 {size} {size}"><path d="{path}"/></svg>` on white. */
export type SvgPath = {
  /** Modules along one side with the quiet zone: 29 to 185. */
  size: number;
  /** Path data of the dark modules, to be filled; one unit is one module. */
  path: string;
};

/** Draws every run of dark modules in a row as one rectangle. */
export function svgPath({ size, modules }: QrMatrix): SvgPath {
  let path = '';
  for (let row = 0; row < size; row++) {
    let column = 0;
    while (column < size) {
      const start = column;
      while (column < size && modules[row * size + column] === 1) column++;
      const length = column - start;
      if (length > 0) path += `M${start + QUIET_ZONE_MODULES} ${row + QUIET_ZONE_MODULES}h${length}v1h-${length}z`;
      column++;
    }
  }
  return { size: size + 2 * QUIET_ZONE_MODULES, path };
}
