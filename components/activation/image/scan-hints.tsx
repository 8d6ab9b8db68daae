import { Button } from '@/components/ui/buttons/button';
import { activationNames } from '@/lib/names/activation-names';
import { t } from '@/lib/language/t';

/** Remedies for most phones that fail to read an image. */
export function ScanHints({
  isColoured,
  onBlackAndWhite,
  onEnlarge,
  onType,
}: {
  isColoured: boolean;
  onBlackAndWhite: () => void;
  onEnlarge: () => void;
  /** Null where there are no credentials to type. */
  onType: (() => void) | null;
}) {
  return (
    <section aria-labelledby="scan-hints" className="rounded-card border border-line bg-surface p-5 print:hidden">
      <h2 id="scan-hints" className="font-semibold">
        {t(activationNames.hints)}
      </h2>
      <ul className="mt-2 grid list-disc gap-1.5 pl-5 text-ink-soft marker:text-line-strong">
        <li>{t('Turn up the brightness of this screen, and avoid reflections on it.')}</li>
        <li>{t('Hold the phone 20 to 30 cm away, straight in front, until the whole image is in its frame.')}</li>
      </ul>
      <div className="mt-3 -mb-2 -ml-3 flex flex-wrap gap-x-3 gap-y-1">
        <div className="hidden sm:block">
          <Button variant="quiet" onClick={onEnlarge}>
            {t('Enlarge the image')}
          </Button>
        </div>
        {isColoured && (
          <div className="forced-colors:hidden">
            <Button variant="quiet" onClick={onBlackAndWhite}>
              {t('Use black and white')}
            </Button>
          </div>
        )}
        {onType && (
          <Button variant="quiet" onClick={onType}>
            {t('Type the values instead')}
          </Button>
        )}
      </div>
    </section>
  );
}
