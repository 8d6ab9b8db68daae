'use client';

import type { Route } from 'next';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { NAVIGATION_ITEM } from './navigation-classes';

export function NavigationLink<Path extends string>({ href, children }: { href: Route<Path>; children: ReactNode }) {
  const isCurrent = usePathname() === href;
  return (
    <Link href={href} aria-current={isCurrent ? 'page' : undefined} className={NAVIGATION_ITEM}>
      {children}
    </Link>
  );
}
