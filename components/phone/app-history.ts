/*
 * The browser's history while the app is open: the app's own entry, and on top of it a marked one while back is not to leave
 * the app. All of them have the same address, and carry what the router needs to know about it; without that it would load
 * the page again when one of them comes back.
 */

const MARK = 'authenticatorBack';

type EntryState = Record<string, unknown> | null;

/** What the router has noted in the entry that was looked at last. */
let known: EntryState = null;

export function isOnMarkedEntry(): boolean {
  return (window.history.state as EntryState)?.[MARK] === true;
}

export function addMarkedEntry(): void {
  window.history.pushState({ ...noted(), [MARK]: true }, '');
}

/** Whether the address carries what a link has brought, which is nothing that one can go back from. */
export function isOnLink(): boolean {
  return window.location.hash.length > 1;
}

/** Takes what a link has brought out of the address, so that it stays neither on screen nor in the history. */
export function clearLink(): void {
  const isNewEntry = window.history.state === null && noted() !== null;
  const state = noted();
  if (!isOnLink()) return;
  const { pathname } = window.location;
  // Links that are followed while the app is open make entries of their own, of which the router knows nothing.
  if (isNewEntry) window.history.replaceState({ ...state, [MARK]: true }, '', pathname);
  else if (state === null) History.prototype.replaceState.call(window.history, null, '', pathname);
  else window.history.replaceState({ [MARK]: isOnMarkedEntry() }, '', pathname);
}

function noted(): EntryState {
  known = (window.history.state as EntryState) ?? known;
  return known;
}
