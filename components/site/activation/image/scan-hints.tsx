import { Button } from '@/components/ui/buttons/button';
import { activationNames } from '@/lib/shared/names/activation-names';
import { t } from '@/lib/shared/language/t';

/** Remedies for most phones that fail to read an image. */
export function ScanHints({ onOtherWays }: { onOtherWays: () => void }) {
  return (
    <section aria-labelledby="scan-hints" className="rounded-card border border-line bg-surface p-5 print:hidden">
      <h2 id="scan-hints" className="font-semibold">
        {t(activationNames.hints)}
      </h2>
      <ul className="mt-2 grid list-disc gap-1.5 pl-5 text-ink-soft marker:text-line-strong">
        <li>{t('Turn up the brightness of this screen, and avoid reflections on it.')}</li>
        <li>{t('Hold the phone 20 to 30 cm away, straight in front, until the whole image is in its frame.')}</li>
      </ul>
      <div className="mt-3 -mb-2 -ml-3">
        <Button variant="quiet" onClick={onOtherWays}>
          {t('Try another way')}
        </Button>
      </div>
    </section>
  );
}
