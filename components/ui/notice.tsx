import type { ReactNode } from 'react';
import { NoticeIcon } from './notice-icon';

const TONES = {
  info: 'border-info bg-info-soft text-info',
  success: 'border-success bg-success-soft text-success',
  warning: 'border-warning bg-warning-soft text-warning',
  error: 'border-danger bg-danger-soft text-danger',
};

/**
 * What happened and what to do next.
 * @param role for a notice that appears on an open page, unless what it appears in is a live region already
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
    <div role={role} className={`flex gap-3 rounded-control border border-l-4 p-4 ${TONES[tone]}`}>
      <NoticeIcon tone={tone} />
      <div className="grid min-w-0 gap-1 wrap-anywhere text-ink">
        {title && <p className="font-semibold">{title}</p>}
        {children}
      </div>
    </div>
  );
}
