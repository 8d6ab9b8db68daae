import type { Route } from 'next';
import type { ReactNode } from 'react';
import { NavigationLink } from './navigation-link';

/**
 * @param hasDevices whether the person may have devices of their own
 * @param helpdesk where the staff area begins for the person; undefined when there is nothing in it for them
 * @param children the form that signs out
 */
export function SiteNavigation({
  hasDevices,
  helpdesk,
  children,
}: {
  hasDevices: boolean;
  helpdesk: Route | undefined;
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
      <NavigationLink href="/profile">Profile</NavigationLink>
      {children}
    </nav>
  );
}
