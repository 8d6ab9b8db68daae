'use client';

import { usePathname } from 'next/navigation';
import { useEffect } from 'react';

function openMenus(): Iterable<HTMLDetailsElement> {
  return document.querySelectorAll<HTMLDetailsElement>('details[data-closes-outside][open]');
}

/** Closes the header's menus as menus close: by a press beside them, by Escape, and when a page has been chosen. */
export function CloseMenus() {
  return <Closer key={usePathname()} />;
}

function Closer() {
  useEffect(() => {
    function closeBeside({ target }: Event): void {
      for (const menu of openMenus()) if (!(target instanceof Node && menu.contains(target))) menu.open = false;
    }
    function closeByKey({ key }: KeyboardEvent): void {
      if (key !== 'Escape') return;
      for (const menu of openMenus()) {
        menu.open = false;
        menu.querySelector('summary')?.focus();
      }
    }
    document.addEventListener('pointerdown', closeBeside);
    document.addEventListener('focusin', closeBeside);
    document.addEventListener('keydown', closeByKey);
    return () => {
      for (const menu of openMenus()) menu.open = false;
      document.removeEventListener('pointerdown', closeBeside);
      document.removeEventListener('focusin', closeBeside);
      document.removeEventListener('keydown', closeByKey);
    };
  }, []);

  return null;
}
