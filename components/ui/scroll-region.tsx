import type { ReactNode } from 'react';

/** Scrolls wide content horizontally, with the keyboard too. @param label what the region contains */
export function ScrollRegion({ label, children }: { label: string; children: ReactNode }) {
  return (
    // Only a focusable region scrolls with the keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div role="region" aria-label={label} tabIndex={0} className="overflow-x-auto rounded-control">
      {children}
    </div>
  );
}
