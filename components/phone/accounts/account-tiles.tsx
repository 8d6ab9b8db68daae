import { TILES } from '@/components/ui/mosaic';
import { utf8 } from '@/lib/shared/bytes';
import { crc32 } from '@/lib/shared/crc32';

const FILLS = ['fill-accent', 'fill-accent', 'fill-tile', 'fill-line-strong'] as const;

/**
 * Tells accounts on one phone apart. Decoration: from the account's serial number, and without the shapes of a picture of its
 * key, with which it must not be compared.
 */
export function AccountTiles({ instanceId }: { instanceId: string }) {
  const bits = crc32(utf8(instanceId));
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false" className="size-11 shrink-0">
      {TILES.map(([outline], index) => (
        <path
          key={outline}
          d={outline}
          className={`${FILLS[(bits >>> (index * 2)) & 3] ?? FILLS[0]} forced-colors:fill-[CanvasText]`}
        />
      ))}
    </svg>
  );
}
