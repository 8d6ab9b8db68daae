import type { ReactNode } from 'react';
import { buttonClasses } from './button';

/**
 * Asks once more before something that cannot be undone, without a dialog: the first press opens the question and the
 * button that does it, the second press closes both again. Needs no script.
 */
export function InlineConfirm({ label, children }: { label: string; children: ReactNode }) {
  return (
    <details className="group">
      <summary className={`list-none [&::-webkit-details-marker]:hidden ${buttonClasses('secondary')}`}>
        {label}
      </summary>
      <div className="mt-3 grid gap-4 rounded-card border border-line-strong bg-surface p-5">{children}</div>
    </details>
  );
}
