import type { ReactNode } from 'react';

const TONES = {
  neutral: 'bg-line-strong',
  info: 'bg-info',
  success: 'bg-success',
  warning: 'bg-warning',
};

/** A state in a list: a word, and a dot that repeats it in colour. */
export function StateDot({ tone, children }: { tone: keyof typeof TONES; children: ReactNode }) {
  return (
    <span className="inline-flex items-center gap-2 md:whitespace-nowrap">
      <span
        aria-hidden="true"
        className={`size-2 shrink-0 rounded-full ${TONES[tone]} forced-colors:bg-[CanvasText]`}
      />
      {children}
    </span>
  );
}
