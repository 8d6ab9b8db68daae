import { TILE_COUNT } from './progress-steps';

/** The tiles of the site's mark, in the order in which they fall into place: the middle one, yours, comes last. */
const TILES = [
  'M4 2h5.5v7.5H2V4a2 2 0 0 1 2-2Z',
  'M12 2h8v6l-8 1.5Z',
  'M22.5 2H28a2 2 0 0 1 2 2v5.5l-7.5-1.5Z',
  'M2 12l7.5.5V20L2 21Z',
  'M22.5 11l7.5 1v8l-7.5 1Z',
  'M2 23.5l7.5-1V30H4a2 2 0 0 1-2-2Z',
  'M12 23l8 .5V30h-8Z',
  'M22.5 23.5l7.5-1V28a2 2 0 0 1-2 2h-5.5Z',
  'M12 12l8-1.5v10l-8-.5Z',
];

/** The site's mark as far as it is laid. Decorative, because the text beside it says the same. */
export function Mosaic({ placed, className }: { placed: number; className: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false" className={className}>
      {TILES.map((tile, index) => (
        <g key={tile}>
          <path d={tile} className="fill-none stroke-line" strokeWidth="0.5" />
          {index < placed && (
            <path
              d={tile}
              className={`animate-appear motion-reduce:animate-none ${index === TILE_COUNT - 1 ? 'fill-tile forced-colors:fill-[Highlight]' : 'fill-accent forced-colors:fill-[CanvasText]'}`}
            />
          )}
        </g>
      ))}
    </svg>
  );
}
