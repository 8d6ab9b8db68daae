import type { ReactNode } from 'react';
import { stepNames } from '@/lib/shared/names/activation-names';
import { t } from '@/lib/shared/language/t';
export type StepProgress = 'done' | 'current' | 'upcoming';

const TEXT = { done: 'text-ink', current: 'font-semibold text-ink', upcoming: 'text-ink-soft' };

/** Ordered steps, each with a mark for its progress. */
export function StepList({
  label,
  steps,
}: {
  label: string;
  steps: readonly { name: string; text: ReactNode; progress: StepProgress }[];
}) {
  return (
    <ol aria-label={label}>
      {steps.map((step, index) => (
        <li
          key={step.name}
          aria-current={step.progress === 'current' ? 'step' : undefined}
          className={`relative flex gap-4 pb-6 last:pb-0 ${TEXT[step.progress]}`}
        >
          {index < steps.length - 1 && (
            <span
              aria-hidden="true"
              className={`absolute top-7 bottom-0 left-3 w-0.5 ${step.progress === 'done' ? 'bg-accent' : 'bg-line'}`}
            />
          )}
          <StepMarker progress={step.progress} />
          <span className="min-w-0 pt-px">
            <span className="sr-only">{t(stepNames[step.progress])} </span>
            {step.text}
          </span>
        </li>
      ))}
    </ol>
  );
}

/** Done: a filled tile with a tick. Current: a tile with a filled centre. Upcoming: an empty tile. */
function StepMarker({ progress }: { progress: 'done' | 'current' | 'upcoming' }) {
  return (
    <svg viewBox="0 0 26 26" aria-hidden="true" focusable="false" className="size-6.5 shrink-0">
      <rect
        x="2"
        y="2"
        width="22"
        height="22"
        rx="6"
        strokeWidth="2"
        className={
          progress === 'done'
            ? 'fill-accent stroke-accent'
            : progress === 'current'
              ? 'fill-accent-soft stroke-accent'
              : 'fill-surface stroke-line-strong'
        }
      />
      {progress === 'done' && (
        <path
          d="m8 13.5 3.5 3.5 7-8"
          fill="none"
          strokeWidth="2.5"
          strokeLinecap="round"
          strokeLinejoin="round"
          className="stroke-on-accent"
        />
      )}
      {progress === 'current' && <rect x="8.5" y="8.5" width="9" height="9" rx="2.5" className="fill-accent" />}
    </svg>
  );
}
