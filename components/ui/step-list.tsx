import type { ReactNode } from 'react';
import { StepMarker } from './step-marker';

export type StepProgress = 'done' | 'current' | 'upcoming';

const SPOKEN = { done: 'Done: ', current: 'Now: ', upcoming: 'To do: ' };
const TEXT = { done: 'text-ink', current: 'font-semibold text-ink', upcoming: 'text-ink-soft' };

/** Steps in their order, with a mark for how far they are. */
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
            <span className="sr-only">{SPOKEN[step.progress]}</span>
            {step.text}
          </span>
        </li>
      ))}
    </ol>
  );
}
