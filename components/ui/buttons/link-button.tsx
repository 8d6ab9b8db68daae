import type { Route } from 'next';
import { Link } from './link';
import type { ReactNode } from 'react';
import { buttonClasses, type ButtonVariant } from './button';

/** A link that looks like a button. For navigation only, never for a change. */
export function LinkButton<Path extends string>({
  href,
  variant = 'primary',
  scroll = true,
  children,
}: {
  href: Route<Path>;
  variant?: ButtonVariant;
  /** False keeps the place on the page. */
  scroll?: boolean;
  children: ReactNode;
}) {
  return (
    <Link href={href} scroll={scroll} className={buttonClasses(variant)}>
      {children}
    </Link>
  );
}
