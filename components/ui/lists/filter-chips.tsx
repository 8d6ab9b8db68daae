import { X } from 'lucide-react';
import type { Route } from 'next';
import { Link } from '../buttons/link';
import { t } from '@/lib/shared/language/t';

/** What a list is narrowed to. @property href the list without it */
export type FilterChip = { name: string; value: string; href: Route };

/** The filters in force, each a link that removes it. */
export function FilterChips({ label, chips }: { label: string; chips: readonly FilterChip[] }) {
  if (chips.length === 0) return null;
  return (
    <ul aria-label={label} className="flex flex-wrap gap-2 print:hidden">
      {chips.map(({ name, value, href }) => (
        <li key={name} className="min-w-0">
          <Link
            href={href}
            className="flex min-h-11 items-center gap-2 rounded-full border border-accent bg-accent-soft pr-3 pl-4 text-sm text-accent hover:border-accent-hover"
          >
            <span className="min-w-0 wrap-anywhere">
              <span className="sr-only">{t('Remove filter')} </span>
              {t('{name}:', { name })} <span className="font-semibold">{value}</span>
            </span>
            <X aria-hidden="true" className="size-4 shrink-0" />
          </Link>
        </li>
      ))}
    </ul>
  );
}
