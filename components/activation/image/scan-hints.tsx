import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';

/** What helps most phones that do not read an image, once one has had the time to. */
export function ScanHints({
  isColoured,
  isBig,
  onBlackAndWhite,
  onBig,
  onType,
}: {
  isColoured: boolean;
  isBig: boolean;
  onBlackAndWhite: () => void;
  onBig: () => void;
  /** Null where nothing can be typed instead. */
  onType: (() => void) | null;
}) {
  return (
    <section aria-labelledby="scan-hints" className="rounded-card border border-line bg-surface p-5 print:hidden">
      <h2 id="scan-hints" className="font-semibold">
        Not scanned yet?
      </h2>
      <ul className="mt-2 grid list-disc gap-1.5 pl-5 text-ink-soft marker:text-line-strong">
        <li>Turn up the brightness of this screen, and avoid reflections on it.</li>
        <li>Hold the phone 20 to 30 cm away, straight in front, until the whole image is in its frame.</li>
      </ul>
      <div className="mt-3 -ml-3 grid justify-items-start gap-1">
        {!isBig && <Hint className="hidden sm:block" onPress={onBig} name="Enlarge the image" />}
        {isColoured && (
          <Hint className="forced-colors:hidden" onPress={onBlackAndWhite} name="Show it without colours" />
        )}
        {onType && <Hint onPress={onType} name="Type the values instead" />}
      </div>
    </section>
  );
}

function Hint({ className, name, onPress }: { className?: string; name: ReactNode; onPress: () => void }) {
  return (
    <div className={className}>
      <Button variant="quiet" onClick={onPress}>
        {name}
      </Button>
    </div>
  );
}
