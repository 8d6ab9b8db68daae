'use client';

import { Search } from 'lucide-react';
import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import type { Palette as LoadedPalette, PaletteSection } from './palette';
import { PaletteMissing } from './palette-missing';
import { isSearchKeyOn } from './search-key';
import { OFF_LOOK } from '@/components/ui/buttons/button';
import { ScriptButton } from '@/components/ui/buttons/script-button';
import { t } from '@/lib/shared/language/t';

/**
 * The keys of the staff area: `/` leads to the search, unless it is turned off, the arrow keys, `j` and `k` through a list's rows, and Ctrl K or ⌘ K opens the
 * palette, as does the button.
 * @param findsPeople whether the reader may look for people
 */
export function StaffKeys({ sections, findsPeople }: { sections: readonly PaletteSection[]; findsPeople: boolean }) {
  const [isOpen, setIsOpen] = useState(false);
  /** null until it is loaded, when it is first wanted. */
  const [Palette, setPalette] = useState<typeof LoadedPalette | null>(null);
  const close = () => setIsOpen(false);

  useEffect(() => {
    if (!isOpen || (Palette && Palette !== PaletteMissing)) return;
    // The page and what was typed in it stay, and the next press tries again.
    import('./palette').then(
      (loaded) => setPalette(() => loaded.Palette),
      () => setPalette(() => PaletteMissing),
    );
    // A palette that is missing is not looked for until it is opened again.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [isOpen]);

  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        setIsOpen(true);
      } else if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) {
        return;
      } else if (event.key === '/' && isSearchKeyOn() && !isTyping(document.activeElement)) {
        event.preventDefault();
        const search = [...document.querySelectorAll<HTMLInputElement>('input[data-search]')].find(isShown);
        if (search) search.select();
        else setIsOpen(true);
      } else if (moveThroughRows(stepOf(event.key))) {
        event.preventDefault();
      }
    }
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);

  return (
    <>
      <ScriptButton
        onClick={() => setIsOpen(true)}
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        className={`-mr-3 flex min-h-11 shrink-0 items-center gap-2 rounded-control px-3 text-ink-soft hover:bg-accent-soft hover:text-ink ${OFF_LOOK}`}
      >
        <Search aria-hidden="true" className="size-5" />
        {t('Go to')}
        <kbd className="hidden rounded-control border border-line px-1.5 font-sans text-sm lg:inline">
          {t('Ctrl K')}
        </kbd>
      </ScriptButton>
      {isOpen &&
        Palette &&
        // Outside the navigation, which small screens hide: the dialog would take the page and show nothing.
        createPortal(<Palette sections={sections} findsPeople={findsPeople} onClose={close} />, document.body)}
    </>
  );
}

/** The arrow keys, and `j` and `k` where they are not typed; these can be turned off with `/`. */
function stepOf(key: string): number {
  if (key === 'ArrowDown' || key === 'ArrowUp') return key === 'ArrowDown' ? 1 : -1;
  if ((key === 'j' || key === 'k') && isSearchKeyOn() && !isTyping(document.activeElement)) return key === 'j' ? 1 : -1;
  return 0;
}

function isShown(element: HTMLElement): boolean {
  return element.getClientRects().length > 0;
}

/** Whether a key that is a character belongs to a field. */
function isTyping(element: Element | null): boolean {
  return element instanceof HTMLElement && (element.isContentEditable || element.matches('input, textarea, select'));
}

/**
 * Moves the focus from the search or a row's link to the next or previous row; above the first one is the search.
 * @returns whether it moved
 */
function moveThroughRows(step: number): boolean {
  const here = document.activeElement;
  if (step === 0 || !here?.matches('input[data-search], a[data-row]')) return false;
  const stops = [...document.querySelectorAll<HTMLElement>('input[data-search], a[data-row]')].filter(isShown);
  const next = stops[stops.indexOf(here as HTMLElement) + step];
  next?.focus();
  return next !== undefined;
}
