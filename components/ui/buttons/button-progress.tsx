import type { ReactNode } from 'react';
import { t } from '@/lib/shared/language/t';

/** The text of a button, which keeps its width while it shows that it is busy. */
export function ButtonProgress({
  isPending,
  pendingText = t('One moment…'),
  children,
}: {
  isPending: boolean;
  pendingText?: string | undefined;
  children: ReactNode;
}) {
  return (
    <span className="grid *:col-start-1 *:row-start-1">
      <span className={`inline-flex items-center justify-center gap-2 ${isPending ? 'invisible' : ''}`}>
        {children}
      </span>
      <span className={`inline-flex items-center justify-center gap-2 ${isPending ? '' : 'invisible'}`}>
        <span
          aria-hidden="true"
          className="size-4 animate-spin rounded-full border-2 border-current border-r-transparent motion-reduce:hidden"
        />
        {pendingText}
      </span>
    </span>
  );
}
