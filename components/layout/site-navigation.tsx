import type { ReactNode } from 'react';
import { NavigationLink } from './navigation-link';

/** @param children the form that signs out */
export function SiteNavigation({ children }: { children: ReactNode }) {
  return (
    <nav aria-label="Main" className="-mx-3 flex flex-wrap items-center">
      <NavigationLink href="/">Your devices</NavigationLink>
      <NavigationLink href="/profile">Profile</NavigationLink>
      {children}
    </nav>
  );
}
