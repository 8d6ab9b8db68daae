const KEPT = 'tessera.link.';

/**
 * Moves the token of the page's link from the URL to the tab's session storage: it disappears from the screen and the
 * history at once, and the page can still be reloaded.
 * @param purpose distinguishes links of different pages
 */
export function takeLinkToken(purpose: string): string | null {
  const { hash, pathname } = window.location;
  if (hash.length > 1) {
    window.sessionStorage.setItem(KEPT + purpose, hash.slice(1));
    window.history.replaceState(window.history.state, '', pathname);
  }
  return window.sessionStorage.getItem(KEPT + purpose);
}

/** For a link that can open nothing more. */
export function forgetLinkToken(purpose: string): void {
  window.sessionStorage.removeItem(KEPT + purpose);
}
