'use client';

import type { Route } from 'next';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';

export function NavigationLink<Path extends string>({ href, children }: { href: Route<Path>; children: ReactNode }) {
  const isCurrent = usePathname() === href;
  return (
    <Link
      href={href}
      aria-current={isCurrent ? 'page' : undefined}
      className="flex min-h-11 items-center rounded-control px-3 underline-offset-4 hover:underline aria-[current=page]:font-semibold aria-[current=page]:text-accent"
    >
      {children}
    </Link>
  );
}
