import type { MosaicTile } from '../codes/mosaic';
import { t, type Message } from './t';

const SHAPE_WORDS = {
  circle: 'circle',
  triangle: 'triangle',
  diamond: 'diamond',
  cross: 'cross',
} as const satisfies Record<MosaicTile['shape'], Message>;

const HUE_WORDS = {
  blue: 'blue',
  orange: 'orange',
  green: 'green',
  pink: 'pink',
} as const satisfies Record<MosaicTile['hue'], Message>;

const ROWS = [0, 1, 2];

/** A picture in words, row by row, the same on both screens. @param tiles nine of them; null for one that is not laid yet */
export function mosaicInWords(tiles: readonly (MosaicTile | null)[]): string {
  return ROWS.map((row) => {
    const words = tiles
      .slice(row * 3, row * 3 + 3)
      .map((tile) =>
        tile ? t('{hue} {shape}', { hue: t(HUE_WORDS[tile.hue]), shape: t(SHAPE_WORDS[tile.shape]) }) : t('empty'),
      );
    return t('Row {number}: {tiles}.', { number: row + 1, tiles: words.join(', ') });
  }).join(' ');
}
