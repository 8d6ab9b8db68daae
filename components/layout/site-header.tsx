import Link from 'next/link';
import type { ReactNode } from 'react';
import { CloseMenus } from './close-menus';
import { SiteMark } from './site-mark';

/**
 * Logo and name on the left, navigation on the right.
 * @param children the navigation, usually `SiteNavigation`; left out on pages without a session
 */
export function SiteHeader({ children }: { children?: ReactNode }) {
  return (
    <header className="border-b border-line bg-surface print:hidden">
      <div className="mx-auto flex w-full max-w-page flex-wrap items-center justify-between gap-x-6 gap-y-1 px-4 py-2 sm:px-6">
        <Link
          href="/"
          className="-ml-1 flex min-h-11 items-center gap-3 rounded-control px-1 text-lg font-semibold tracking-tight"
        >
          <SiteMark />
          Tessera
        </Link>
        {children && (
          <div className="-mr-3 flex items-center gap-x-4">
            {children}
            <CloseMenus />
          </div>
        )}
      </div>
    </header>
  );
}
