'use client';

import { X } from 'lucide-react';
import type { Route } from 'next';
import { Link } from '../buttons/link';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { panelRowId } from './panel-row-link';
import { t } from '@/lib/shared/language/t';

/**
 * A row's detail beside its list; before it where there is no room. It takes the focus when it opens and gives it back
 * to the row. Esc closes it.
 * @param rowKey of the row; give it as the `key` too, so that another row's panel is another one
 * @param takesFocus not while somebody types what it answers
 * @param closeHref the list without it
 */
export function SidePanel({
  rowKey,
  heading,
  takesFocus = true,
  closeHref,
  children,
}: {
  rowKey: string;
  heading: string;
  takesFocus?: boolean;
  closeHref: Route;
  children: ReactNode;
}) {
  const headingId = useId();
  const title = useRef<HTMLHeadingElement>(null);
  const close = useRef<HTMLAnchorElement>(null);

  useEffect(() => {
    if (!takesFocus) return;
    title.current?.focus();
    return () => document.getElementById(panelRowId(rowKey))?.focus();
  }, [rowKey, takesFocus]);

  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      if (event.key === 'Escape' && !document.querySelector('dialog[open]')) close.current?.click();
    }
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);

  return (
    <aside
      aria-labelledby={headingId}
      className="min-w-0 rounded-card border border-line bg-surface p-5 xl:sticky xl:top-4 xl:max-h-[calc(100vh-2rem)] xl:overflow-y-auto"
    >
      <div className="mb-4 flex items-start justify-between gap-4">
        <h2 id={headingId} ref={title} tabIndex={-1} className="min-w-0 text-xl font-semibold wrap-anywhere">
          {heading}
        </h2>
        <Link
          ref={close}
          href={closeHref}
          scroll={false}
          className="-mt-2 -mr-2 grid size-11 shrink-0 place-items-center rounded-control text-ink-soft hover:bg-accent-soft hover:text-accent"
        >
          <X aria-hidden="true" className="size-5" />
          <span className="sr-only">{t('Close')}</span>
        </Link>
      </div>
      {children}
    </aside>
  );
}
