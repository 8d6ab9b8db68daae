import type { ReactNode } from 'react';

const SHAPES = {
  info: 'M10 9v5M10 6v.01',
  success: 'm6 10.5 3 3 5-6.5',
  warning: 'M10 5.5v5M10 14v.01',
  error: 'm7 7 6 6m0-6-6 6',
};

const TONES = {
  info: 'border-info bg-info-soft text-info',
  success: 'border-success bg-success-soft text-success',
  warning: 'border-warning bg-warning-soft text-warning',
  error: 'border-danger bg-danger-soft text-danger',
};

/**
 * What happened and what to do next.
 * @param role for a notice that appears on an open page, unless it is inside a live region already
 */
export function Notice({
  tone,
  title,
  role,
  children,
}: {
  tone: keyof typeof TONES;
  title?: string;
  role?: 'alert' | 'status';
  children: ReactNode;
}) {
  return (
    <div
      role={role}
      className={`flex gap-3 rounded-control border border-l-4 p-4 ${role ? 'animate-appear' : ''} ${TONES[tone]}`}
    >
      <NoticeIcon tone={tone} />
      <div className="grid min-w-0 justify-items-start gap-2 wrap-anywhere text-ink">
        {title && <p className="font-semibold">{title}</p>}
        {children}
      </div>
    </div>
  );
}

/** Shapes distinguish the tones where colours cannot. */
function NoticeIcon({ tone }: { tone: keyof typeof SHAPES }) {
  return (
    <svg
      viewBox="0 0 20 20"
      aria-hidden="true"
      focusable="false"
      className="mt-0.5 size-5 shrink-0 fill-none stroke-current stroke-2"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <circle cx="10" cy="10" r="8.5" />
      <path d={SHAPES[tone]} />
    </svg>
  );
}
