import { useId } from 'react';
import { activationNames } from '@/lib/shared/names/activation-names';
import { t } from '@/lib/shared/language/t';

/** The countdown. Screen readers do not announce it; the live region announces only the marks that matter. */
export function TimeLeft({ seconds, label = t(activationNames.timeLeft) }: { seconds: number; label?: string }) {
  const id = useId();
  const isShort = seconds <= 30;
  return (
    <div className="flex items-baseline gap-2 print:hidden">
      <span id={id} className="text-ink-soft">
        {label}
      </span>
      <span
        role="timer"
        aria-labelledby={id}
        className={`text-xl font-semibold tabular-nums ${isShort ? 'text-danger' : ''}`}
      >
        {/* One text, or a screen reader says the colon by itself. */}
        {`${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`}
      </span>
    </div>
  );
}
