import type { ReactNode } from 'react';

export const HOME_CLASSES =
  '-ml-1 flex min-h-11 items-center gap-3 rounded-control px-1 text-lg font-semibold tracking-tight';

/** The header's frame. @param home the link with `SiteName` in it */
export function HeaderBar({ home, children }: { home: ReactNode; children?: ReactNode }) {
  return (
    <header className="border-b border-line bg-surface print:hidden">
      <div className="area-width flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-2 short:py-0">
        {home}
        {children}
      </div>
    </header>
  );
}
