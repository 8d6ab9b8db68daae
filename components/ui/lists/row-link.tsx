import type { Route } from 'next';
import { Link } from '../buttons/link';
import type { ReactNode } from 'react';

/** The link of a list's row: the whole row is its target, and the arrow keys lead from one to the next. */
export function RowLink({ href, children }: { href: Route; children: ReactNode }) {
  return (
    <Link
      href={href}
      data-row
      className="font-semibold underline-offset-4 after:absolute after:inset-0 hover:underline"
    >
      {children}
    </Link>
  );
}
