import { Check } from 'lucide-react';
import { stepNames } from '@/lib/shared/names/activation-names';
import { t } from '@/lib/shared/language/t';

/** A few numbered steps in a row. @param current index of the step that is next; their number when all are done */
export function StepBar({ label, steps, current }: { label: string; steps: readonly string[]; current: number }) {
  return (
    <ol aria-label={label} className="grid gap-x-6 gap-y-2 sm:flex sm:flex-wrap">
      {steps.map((step, index) => (
        <li
          key={step}
          aria-current={index === current ? 'step' : undefined}
          className={`flex items-center gap-2 ${index === current ? 'font-semibold text-ink' : 'text-ink-soft'}`}
        >
          <span
            aria-hidden="true"
            className={`flex size-7 shrink-0 items-center justify-center rounded-full border-2 text-sm font-semibold tabular-nums ${
              index < current
                ? 'border-accent bg-accent text-on-accent'
                : index === current
                  ? 'border-accent bg-surface text-accent'
                  : 'border-line-strong bg-surface text-ink-soft'
            }`}
          >
            {index < current ? <Check className="size-4" /> : index + 1}
          </span>
          {index < current && <span className="sr-only">{t(stepNames.done)} </span>}
          {step}
        </li>
      ))}
    </ol>
  );
}
