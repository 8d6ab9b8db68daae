import type { Route } from 'next';
import { NavigationLink } from './navigation-link';

/** The sections of the staff area, in a row below the header. */
export function StaffNavigation({
  sections,
}: {
  sections: readonly { href: Route; label: string; within?: string }[];
}) {
  return (
    <nav aria-label="Staff" className="hidden border-b border-line bg-surface sm:block print:hidden">
      <div className="mx-auto w-full max-w-page px-4 sm:px-6">
        <ul className="-mx-3 flex flex-wrap">
          {sections.map(({ href, label, within }) => (
            <li key={href}>
              <NavigationLink href={href} within={within ?? href}>
                {label}
              </NavigationLink>
            </li>
          ))}
        </ul>
      </div>
    </nav>
  );
}
