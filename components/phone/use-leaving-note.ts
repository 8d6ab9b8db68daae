import { useEffect } from 'react';
import type { Scanned } from '@/lib/authenticator-app/activation-steps';
import { withdrawActivationOnLeaving } from '@/lib/authenticator-app/withdraw-activation';

/** In the tab's own storage, which a reload keeps. Says that an activation was going on, and nothing about it. */
const NOTE = 'authenticator-activation';

/**
 * What an activation needs is in memory alone, so a page that goes away in the middle ends it. The gateway is told, and
 * the page that comes back finds a note.
 */
export function useLeavingNote(registration: Scanned | null): void {
  useEffect(() => {
    if (!registration) return undefined;
    sessionStorage.setItem(NOTE, 'unfinished');
    const withdraw = () => withdrawActivationOnLeaving(registration);
    window.addEventListener('pagehide', withdraw);
    return () => {
      window.removeEventListener('pagehide', withdraw);
      sessionStorage.removeItem(NOTE);
    };
  }, [registration]);
}

/** Whether this page comes back from an activation that was cut off; asking again answers no. */
export function takeLeavingNote(): boolean {
  const isThere = sessionStorage.getItem(NOTE) !== null;
  sessionStorage.removeItem(NOTE);
  return isThere;
}
