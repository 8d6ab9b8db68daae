'use client';

import { useSyncExternalStore } from 'react';

/** Whether passkeys work in this browser, at the address that the page is open at; null until it is known. */
export type PasskeyOffer = 'offered' | 'not-supported' | 'elsewhere' | null;

/** @param origin that the site's passkeys are for */
export function usePasskeyOffer(origin: string): PasskeyOffer {
  return useSyncExternalStore(
    neverChanges,
    () => offerOf(origin),
    () => null,
  );
}

function neverChanges(): () => void {
  return () => {};
}

function offerOf(origin: string): PasskeyOffer {
  if (window.location.origin !== origin) return 'elsewhere';
  return typeof window.PublicKeyCredential === 'function' ? 'offered' : 'not-supported';
}
