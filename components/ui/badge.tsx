import type { ReactNode } from 'react';

const TONES = {
  neutral: 'border-line-strong text-ink-soft bg-page',
  info: 'border-info text-info bg-info-soft',
  success: 'border-success text-success bg-success-soft',
  warning: 'border-warning text-warning bg-warning-soft',
};

export function Badge({ tone, children }: { tone: keyof typeof TONES; children: ReactNode }) {
  return <span className={`rounded-full border px-3 py-0.5 text-sm font-semibold ${TONES[tone]}`}>{children}</span>;
}
