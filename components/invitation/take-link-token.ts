const KEPT = 'tessera.link.';

/**
 * The token of the link that the page was opened with. It is taken out of the address at once, so that it stays neither
 * on screen nor in the history, and kept for this tab, so that the page can be loaded again.
 * @param purpose tells links of different pages apart
 */
export function takeLinkToken(purpose: string): string | null {
  const { hash, pathname } = window.location;
  if (hash.length > 1) {
    window.sessionStorage.setItem(KEPT + purpose, hash.slice(1));
    window.history.replaceState(window.history.state, '', pathname);
  }
  return window.sessionStorage.getItem(KEPT + purpose);
}

/** Once it opens nothing more. */
export function forgetLinkToken(purpose: string): void {
  window.sessionStorage.removeItem(KEPT + purpose);
}
