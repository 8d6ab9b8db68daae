import type { Route } from 'next';
import { Link } from '../../ui/buttons/link';
import type { ReactNode } from 'react';
import { CloseMenus } from './close-menus';
import { HeaderBar, HOME_CLASSES } from './header-bar';
import { SiteName } from './organisation';

/**
 * Logo and name on the left, navigation on the right.
 * @param home where the reader begins
 * @param children the navigation, usually `SiteNavigation`; left out on pages without a session
 */
export function SiteHeader({ home = '/', children }: { home?: Route; children?: ReactNode }) {
  return (
    <HeaderBar
      home={
        <Link href={home} className={HOME_CLASSES}>
          <SiteName />
        </Link>
      }
    >
      {children && (
        <div className="-mr-3 flex items-center gap-x-4">
          {children}
          <CloseMenus />
        </div>
      )}
    </HeaderBar>
  );
}
