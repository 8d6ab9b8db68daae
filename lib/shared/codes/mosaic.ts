/** Nine tiles, row by row: one lower-case hexadecimal digit each, its two high bits the shape, its two low ones the hue. */
export type Mosaic = string;

export const MOSAIC_TILES = 9;

/** Told apart by everybody, so that a picture can be compared without its hues. */
export const TILE_SHAPES = ['circle', 'triangle', 'diamond', 'cross'] as const;
export const TILE_HUES = ['blue', 'orange', 'green', 'pink'] as const;

export type TileShape = (typeof TILE_SHAPES)[number];
export type TileHue = (typeof TILE_HUES)[number];
export type MosaicTile = { shape: TileShape; hue: TileHue };

/** @throws RangeError when it is no mosaic */
export function tilesOf(mosaic: Mosaic): MosaicTile[] {
  if (!/^[0-9a-f]{9}$/.test(mosaic)) throw new RangeError('not a mosaic');
  return Array.from(mosaic, (digit) => {
    const bits = Number.parseInt(digit, 16);
    const shape = TILE_SHAPES[bits >> 2];
    const hue = TILE_HUES[bits & 3];
    if (!shape || !hue) throw new RangeError('not a mosaic');
    return { shape, hue };
  });
}
