import type { ReactNode } from 'react';
import { NoticeIcon } from './notice-icon';

const TONES = {
  info: 'border-info bg-info-soft text-info',
  success: 'border-success bg-success-soft text-success',
  warning: 'border-warning bg-warning-soft text-warning',
  error: 'border-danger bg-danger-soft text-danger',
};

/** Refusals and successes follow something that the person did, and are said when they appear. */
const ROLES: Record<keyof typeof TONES, 'alert' | 'status' | undefined> = {
  info: undefined,
  success: 'status',
  warning: undefined,
  error: 'alert',
};

/** What happened and what to do next. */
export function Notice({
  tone,
  title,
  role = ROLES[tone],
  children,
}: {
  tone: keyof typeof TONES;
  title?: string;
  role?: 'alert' | 'status';
  children: ReactNode;
}) {
  return (
    <div role={role} className={`flex gap-3 rounded-control border border-l-4 p-4 ${TONES[tone]}`}>
      <NoticeIcon tone={tone} />
      <div className="grid min-w-0 gap-1 text-ink">
        {title && <p className="font-semibold">{title}</p>}
        {children}
      </div>
    </div>
  );
}
