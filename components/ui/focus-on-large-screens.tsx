'use client';

import { useEffect, useRef, type ReactNode } from 'react';

/** Focuses the field inside when the page opens, but not on small screens, where the keyboard would cover the page. */
export function FocusOnLargeScreens({ children }: { children: ReactNode }) {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const isFree = document.activeElement === null || document.activeElement === document.body;
    if (isFree && window.matchMedia('(min-width: 48rem) and (pointer: fine)').matches) {
      frame.current?.querySelector('input')?.focus({ preventScroll: true });
    }
  }, []);
  return <div ref={frame}>{children}</div>;
}
