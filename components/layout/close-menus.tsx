'use client';

import { usePathname } from 'next/navigation';
import { useEffect } from 'react';

const OPEN_MENUS = 'details[data-closes-outside][open]';

/** Closes the header's menus as menus close: by a press beside them, by Escape, and when a page has been chosen. */
export function CloseMenus() {
  const path = usePathname();

  useEffect(() => {
    for (const menu of document.querySelectorAll<HTMLDetailsElement>(OPEN_MENUS)) menu.open = false;
  }, [path]);

  useEffect(() => {
    function closeBeside({ target }: Event): void {
      for (const menu of document.querySelectorAll<HTMLDetailsElement>(OPEN_MENUS))
        if (!(target instanceof Node && menu.contains(target))) menu.open = false;
    }
    function closeByKey({ key }: KeyboardEvent): void {
      if (key !== 'Escape') return;
      for (const menu of document.querySelectorAll<HTMLDetailsElement>(OPEN_MENUS)) {
        menu.open = false;
        menu.querySelector('summary')?.focus();
      }
    }
    document.addEventListener('pointerdown', closeBeside);
    document.addEventListener('focusin', closeBeside);
    document.addEventListener('keydown', closeByKey);
    return () => {
      document.removeEventListener('pointerdown', closeBeside);
      document.removeEventListener('focusin', closeBeside);
      document.removeEventListener('keydown', closeByKey);
    };
  }, []);

  return null;
}
