'use client';

import type { Route } from 'next';
import { Link } from '../buttons/link';
import { useRouter } from 'next/navigation';
import type { MouseEvent, ReactNode } from 'react';

/** From this width on a list has room for a panel beside it: Tailwind's `xl`. */
const WIDE = '(min-width: 80rem)';

/** By which a panel that closes finds the row that it came from. */
export function panelRowId(key: string): string {
  return `row-${key}`;
}

/**
 * A row's link that opens its detail beside the list where there is room, and its page elsewhere, as in another tab.
 * @param href the page
 * @param panel the list's own address, with the detail
 */
export function PanelRowLink({
  rowKey,
  href,
  panel,
  isOpen,
  children,
}: {
  rowKey: string;
  href: Route;
  panel: Route;
  isOpen: boolean;
  children: ReactNode;
}) {
  const router = useRouter();
  function open(event: MouseEvent<HTMLAnchorElement>): void {
    const isPlain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    if (!isPlain || !matchMedia(WIDE).matches) return;
    event.preventDefault();
    router.push(panel, { scroll: false });
  }
  return (
    <Link
      id={panelRowId(rowKey)}
      href={href}
      onClick={open}
      data-row
      aria-current={isOpen || undefined}
      className="font-semibold underline-offset-4 after:absolute after:inset-0 hover:underline aria-current:text-accent"
    >
      {children}
    </Link>
  );
}
