'use client';

import { useCallback, useSyncExternalStore } from 'react';
import type { ImageKind } from '@/lib/activation/image/image-renderer';

const KEY = 'tessera-image-kind';

/** Without storage, as in some private windows, a choice holds for as long as the page is open. */
let chosenHere: string | null = null;
const listeners = new Set<() => void>();

/**
 * Which image this browser's person wants to see, on this page and on later ones.
 * @param offered the first one is shown to whoever has not chosen, or has chosen what is not offered any more
 */
export function useImageKind(offered: readonly [ImageKind, ...ImageKind[]]): [ImageKind, (kind: ImageKind) => void] {
  const kept = useSyncExternalStore(subscribe, read, () => null);
  const choose = useCallback((kind: ImageKind) => {
    chosenHere = kind;
    try {
      localStorage.setItem(KEY, kind);
    } catch {
      // Not allowed here.
    }
    for (const listener of listeners) listener();
  }, []);
  return [offered.find((kind) => kind === kept) ?? offered[0], choose];
}

function read(): string | null {
  try {
    return localStorage.getItem(KEY) ?? chosenHere;
  } catch {
    return chosenHere;
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}
