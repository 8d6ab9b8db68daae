import { Menu } from 'lucide-react';
import type { NavigationItem } from './navigation-item';
import { NavigationLink } from './navigation-link';
import { WaitingBadge } from './waiting-badge';
import { areaNames } from '@/lib/shared/names/area-names';
import { t } from '@/lib/shared/language/t';

/** The areas of the site: a row where there is room for one, a menu on small screens. */
export function SiteNavigation({
  areas,
  sections,
}: {
  areas: readonly NavigationItem[];
  /** The staff area's sections, which have a row of their own on large screens. */
  sections: readonly NavigationItem[];
}) {
  return (
    <>
      <nav aria-label={t(areaNames.navigation)} className="-mx-3 hidden items-center sm:flex">
        <Links items={areas} />
      </nav>
      {areas.length + sections.length > 1 && (
        <details className="relative sm:hidden" data-closes-outside>
          <summary className="flex min-h-11 list-none items-center gap-2 rounded-control px-3 [&::-webkit-details-marker]:hidden">
            <Menu aria-hidden="true" className="size-5" />
            <span className="max-[24rem]:sr-only">{t('Menu')}</span>
          </summary>
          <nav
            aria-label={t(areaNames.navigation)}
            className="absolute right-0 z-20 mt-1 grid w-64 gap-1 rounded-card border border-line bg-surface p-2 shadow-raised"
          >
            <Links items={areas} />
            {sections.length > 0 && <div className="my-1 border-t border-line" />}
            <Links items={sections} />
          </nav>
        </details>
      )}
    </>
  );
}

function Links({ items }: { items: readonly NavigationItem[] }) {
  return items.map(({ href, label, within, waiting }) => (
    <NavigationLink key={href} href={href} within={within}>
      {label}
      {waiting !== undefined && <WaitingBadge rendered={waiting} />}
    </NavigationLink>
  ));
}
