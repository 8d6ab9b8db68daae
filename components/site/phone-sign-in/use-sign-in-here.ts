import { useEffect, useEffectEvent, useRef, useState, useSyncExternalStore } from 'react';
import { perform } from '@/components/site/feedback/perform';
import { RETURNED } from '@/lib/shared/codes/sign-in-here-link';
import type { PhoneSignInEnding } from './ended-words';
import type { SignInHereStart } from './phone-sign-in-start';

/** Where the tab keeps the path to go on to, while the app has its place. */
const GOES_ON_TO = 'tessera.sign-in-here';

export type SignInHereView = 'none' | 'opening' | { ending: PhoneSignInEnding };

/**
 * Hands a sign-in to the app in this browser by a link, and opens the session when the app leads back.
 * @param next path to go to when signed in
 * @param open opens the session with what the app handed over
 */
export function useSignInHere(
  next: string,
  start: (userId: string) => Promise<SignInHereStart>,
  open: (returned: string) => Promise<'done' | PhoneSignInEnding>,
): { view: SignInHereView; begin: (userId: string) => void; clear: () => void } {
  const [view, setView] = useState<SignInHereView | null>(null);
  const isBack = useSyncExternalStore(neverChanges, hasReturned, () => false);
  const hasBegun = useRef(false);

  const finish = useEffectEvent(async () => {
    const finished = await open(window.location.hash.slice(RETURNED.length + 1));
    const path = takePath() ?? next;
    // A full navigation, so that nothing the router kept from before is shown to whoever is signed in now.
    if (finished === 'done') return window.location.replace(path);
    window.history.replaceState(window.history.state, '', `${window.location.pathname}${window.location.search}`);
    setView({ ending: finished });
  });

  useEffect(() => {
    if (!isBack || hasBegun.current) return;
    hasBegun.current = true;
    perform(finish());
  }, [isBack]);

  async function leave(userId: string): Promise<void> {
    setView('opening');
    const started = await start(userId).catch(() => ({ ok: false, code: 'unreachable' }) as const);
    if (!started.ok) return setView({ ending: started.code });
    try {
      sessionStorage.setItem(GOES_ON_TO, next);
    } catch {
      // A browser that stores nothing goes on to the start page.
    }
    window.location.assign(started.link);
  }

  return {
    view: view ?? (isBack ? 'opening' : 'none'),
    begin: (userId) => perform(leave(userId)),
    clear: () => setView('none'),
  };
}

function takePath(): string | null {
  try {
    const path = sessionStorage.getItem(GOES_ON_TO);
    sessionStorage.removeItem(GOES_ON_TO);
    return path;
  } catch {
    // A browser that stores nothing goes on to the start page.
    return null;
  }
}

/** Whether the app has handed something over. */
export function hasReturned(): boolean {
  return window.location.hash.startsWith(`#${RETURNED}`);
}

function neverChanges(): () => void {
  return () => undefined;
}
