import type { Route } from 'next';
import { LinkButton } from '../buttons/link-button';
import { t } from '@/lib/shared/language/t';

/** The ways to the pages of a list beside this one; nothing when it is the only one. */
export function PagesNavigation({ links }: { links: readonly { name: string; href: Route | null }[] }) {
  const open = links.flatMap(({ name, href }) => (href === null ? [] : [{ name, href }]));
  if (open.length === 0) return null;
  return (
    <nav aria-label={t('Pages')} className="mt-5 flex flex-wrap gap-3 print:hidden">
      {open.map(({ name, href }) => (
        <LinkButton key={name} href={href} variant="secondary">
          {name}
        </LinkButton>
      ))}
    </nav>
  );
}
