import type { Route } from 'next';
import type { ReactNode } from 'react';
import { NavigationLink } from './navigation-link';

/**
 * @param hasDevices whether the user may have devices of their own
 * @param helpdesk the first staff section that the user may open; undefined when there is none
 * @param hasProfile false for a session that an invitation opened
 * @param children the form that signs out
 */
export function SiteNavigation({
  hasDevices,
  helpdesk,
  hasProfile,
  children,
}: {
  hasDevices: boolean;
  helpdesk: Route | undefined;
  hasProfile: boolean;
  children: ReactNode;
}) {
  return (
    <nav aria-label="Main" className="-mx-3 flex flex-wrap items-center">
      {hasDevices && <NavigationLink href="/">Your devices</NavigationLink>}
      {helpdesk && (
        <NavigationLink href={helpdesk} within="/helpdesk">
          Helpdesk
        </NavigationLink>
      )}
      {hasProfile && <NavigationLink href="/profile">Profile</NavigationLink>}
      {children}
    </nav>
  );
}
