import type { ReactNode } from 'react';

/** Scrolls sideways what is wider than the screen, with the keyboard too. @param label what is in it */
export function ScrollRegion({ label, children }: { label: string; children: ReactNode }) {
  return (
    // What scrolls has to be reached with the keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div role="region" aria-label={label} tabIndex={0} className="overflow-x-auto rounded-control">
      {children}
    </div>
  );
}
