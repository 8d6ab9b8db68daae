import { tilesOf, type Mosaic as MosaicBits, type MosaicTile } from '@/lib/shared/codes/mosaic';
import { mosaicInWords } from '@/lib/shared/language/mosaic-in-words';

/** The tiles of the site's mark, row by row: an outline, and the middle of its shape. */
export const TILES = [
  ['M4 2h5.5v7.5H2V4a2 2 0 0 1 2-2Z', 5.8, 5.8],
  ['M12 2h8v6l-8 1.5Z', 16, 5.3],
  ['M22.5 2H28a2 2 0 0 1 2 2v5.5l-7.5-1.5Z', 26.2, 5.3],
  ['M2 12l7.5.5V20L2 21Z', 5.8, 16.3],
  ['M12 12l8-1.5v10l-8-.5Z', 16, 15.8],
  ['M22.5 11l7.5 1v8l-7.5 1Z', 26.2, 16],
  ['M2 23.5l7.5-1V30H4a2 2 0 0 1-2-2Z', 5.8, 26.4],
  ['M12 23l8 .5V30h-8Z', 16, 26.7],
  ['M22.5 23.5l7.5-1V28a2 2 0 0 1-2 2h-5.5Z', 26.2, 26.4],
] as const;

/** The order in which tiles fall into place: the middle one, yours, comes last. */
const LAYING = [0, 1, 2, 3, 5, 6, 7, 8, 4];
const MIDDLE = 4;

const SHAPES = {
  circle: 'M-2.2 0a2.2 2.2 0 1 0 4.4 0a2.2 2.2 0 1 0-4.4 0Z',
  triangle: 'M0-2.4L2.4 1.9h-4.8Z',
  diamond: 'M0-2.7L2.2 0L0 2.7L-2.2 0Z',
  cross: 'M-.7-2.2h1.4v1.5h1.5v1.4H.7v1.5H-.7V.7h-1.5V-.7h1.5Z',
} as const satisfies Record<MosaicTile['shape'], string>;

const FILLS = {
  blue: 'fill-mosaic-blue',
  orange: 'fill-mosaic-orange',
  green: 'fill-mosaic-green',
  pink: 'fill-mosaic-pink',
} as const satisfies Record<MosaicTile['hue'], string>;

/**
 * The site's mark as far as it is laid. With bits it is the picture of a device's key, in hues and shapes that forced colours
 * leave as they are, and is read out; without, it is decoration, because the text beside it says the same.
 * @param placed tiles, 0 to 9
 */
export function Mosaic({ bits, placed, className }: { bits: MosaicBits | null; placed: number; className: string }) {
  const pattern = bits === null ? null : tilesOf(bits);
  const laid = new Set(LAYING.slice(0, placed));
  const spoken = pattern
    ? ({
        role: 'img',
        'aria-label': mosaicInWords(pattern.map((tile, index) => (laid.has(index) ? tile : null))),
      } as const)
    : ({ 'aria-hidden': true } as const);
  return (
    <svg viewBox="0 0 32 32" focusable="false" className={className} {...spoken}>
      {TILES.map(([outline, x, y], index) => {
        const tile = pattern?.[index];
        return (
          <g key={outline}>
            <path d={outline} className="fill-none stroke-line forced-colors:stroke-[CanvasText]" strokeWidth="0.5" />
            {laid.has(index) && (
              <g className="animate-appear motion-reduce:animate-none">
                <path
                  d={outline}
                  className={
                    tile
                      ? FILLS[tile.hue]
                      : index === MIDDLE
                        ? 'fill-tile forced-colors:fill-[Highlight]'
                        : 'fill-accent forced-colors:fill-[CanvasText]'
                  }
                />
                {tile && <path d={SHAPES[tile.shape]} transform={`translate(${x} ${y})`} className="fill-white" />}
              </g>
            )}
          </g>
        );
      })}
    </svg>
  );
}
