'use client';

import { useCallback, useSyncExternalStore } from 'react';
import type { ImageKind } from '@/lib/wire/image/image-renderer';

const KEY = 'tessera-image-kind';

/** Fallback without storage, as in some private windows: the choice lasts until the page is closed. */
let chosenHere: string | null = null;
const listeners = new Set<() => void>();

/**
 * The kind of image that the user chose in this browser, kept for later pages.
 * @param offered the first one is the default, also when the chosen kind is no longer offered
 */
export function useImageKind(offered: readonly [ImageKind, ...ImageKind[]]): [ImageKind, (kind: ImageKind) => void] {
  const storedKind = useSyncExternalStore(subscribe, read, () => null);
  const choose = useCallback((kind: ImageKind) => {
    chosenHere = kind;
    try {
      localStorage.setItem(KEY, kind);
    } catch {
      // Storage is blocked.
    }
    for (const listener of listeners) listener();
  }, []);
  return [offered.find((kind) => kind === storedKind) ?? offered[0], choose];
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
