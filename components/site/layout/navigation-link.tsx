'use client';

import type { Route } from 'next';
import { Link } from '../../ui/buttons/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { NAVIGATION_ITEM } from './navigation-classes';

/** @param within path prefixes of further pages for which the link is current */
export function NavigationLink<Path extends string>({
  href,
  within,
  children,
}: {
  href: Route<Path>;
  within?: string | readonly string[] | undefined;
  children: ReactNode;
}) {
  const path = usePathname();
  const isAbove = [within ?? []].flat().some((prefix) => `${path}/`.startsWith(`${prefix}/`));
  return (
    <Link href={href} aria-current={path === href ? 'page' : isAbove || undefined} className={NAVIGATION_ITEM}>
      {children}
    </Link>
  );
}
