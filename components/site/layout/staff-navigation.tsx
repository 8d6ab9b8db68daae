import type { ReactNode } from 'react';
import type { NavigationItem } from './navigation-item';
import { NavigationLink } from './navigation-link';
import { WaitingBadge } from './waiting-badge';
import { areaNames } from '@/lib/shared/names/area-names';
import { t } from '@/lib/shared/language/t';

/** The sections of the staff area, in a row below the header. @param children what stands at the end of the row */
export function StaffNavigation({ sections, children }: { sections: readonly NavigationItem[]; children?: ReactNode }) {
  return (
    <div className="hidden border-b border-line bg-surface sm:block print:hidden">
      <div className="area-width flex items-start justify-between gap-6">
        <nav aria-label={t(areaNames.sections)}>
          <ul className="-mx-3 flex flex-wrap">
            {sections.map(({ href, label, within, waiting }) => (
              <li key={href}>
                <NavigationLink href={href} within={within ?? href}>
                  {label}
                  {waiting !== undefined && <WaitingBadge rendered={waiting} />}
                </NavigationLink>
              </li>
            ))}
          </ul>
        </nav>
        {children}
      </div>
    </div>
  );
}
