'use client';

import { useSyncExternalStore } from 'react';
import { userIdIn } from './typed-user-id';

/** The user ID that was typed on the page before this one; empty for none. */
export function useTypedUserId(): string {
  return useSyncExternalStore(
    subscribe,
    () => userIdIn(window.location.hash),
    () => '',
  );
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener('hashchange', onChange);
  return () => window.removeEventListener('hashchange', onChange);
}
