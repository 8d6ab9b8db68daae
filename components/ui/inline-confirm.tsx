import type { ReactNode } from 'react';
import { buttonClasses } from './button';

/**
 * Asks for confirmation of what cannot be undone, without a dialog: the first press opens the question and its button,
 * the second press closes both. Needs no JavaScript.
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
