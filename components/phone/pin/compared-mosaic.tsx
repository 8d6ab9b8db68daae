import { Mosaic } from '@/components/ui/mosaic';
import { MOSAIC_TILES, type Mosaic as MosaicBits } from '@/lib/shared/codes/mosaic';
import { t } from '@/lib/shared/language/t';

/** The picture of the new key beside what to do with it. The middle tile is laid with the PIN, here as on the page. */
export function ComparedMosaic({ mosaic }: { mosaic: MosaicBits }) {
  return (
    <div className="flex items-center gap-4">
      <Mosaic bits={mosaic} placed={MOSAIC_TILES - 1} className="size-24 shrink-0" />
      <p>{t('Same picture on the website? Then it’s your phone. If not, cancel.')}</p>
    </div>
  );
}
