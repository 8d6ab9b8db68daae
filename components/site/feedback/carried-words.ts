import { getNavigationBuildId } from 'next/dist/client/navigation-build-id';
import { MINUTE } from '@/lib/shared/time/duration';

/**
 * What an action did, for the page that takes the place of this one: where the site has a newer version, the router loads the
 * page anew as soon as an action has changed something, and the words about it would go with the page.
 */
const CARRIED = 'tessera.carried-words';

/** After it a newer version has come for another reason, and the words have been read. */
const FRESH_MS = MINUTE;

type Carried = { text: string; path: string; at: number; build: string };

/** @param path of the page that the words are for */
export function carry(text: string, path: string): void {
  const carried: Carried = { text, path, at: Date.now(), build: getNavigationBuildId() };
  try {
    sessionStorage.setItem(CARRIED, JSON.stringify(carried));
  } catch {
    // A browser that stores nothing loses the words.
  }
}

/** @returns words of an older version of the site for this page, once; null where there are none */
export function takeCarried(ofPath: string): string | null {
  try {
    const carried = sessionStorage.getItem(CARRIED);
    if (carried === null) return null;
    sessionStorage.removeItem(CARRIED);
    const { text, path, at, build } = JSON.parse(carried) as Carried;
    const isMeant = path === ofPath && build !== getNavigationBuildId() && Date.now() - at < FRESH_MS;
    return isMeant ? text : null;
  } catch {
    return null;
  }
}
