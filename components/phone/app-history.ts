/*
 * The browser's history while the app is open: the app's own entry and, while "back" must not leave the app, a marked entry on
 * top. Both have the same address and carry the router's state; without it the router would reload the page on "back".
 */

const MARK = 'authenticatorBack';

type EntryState = Record<string, unknown> | null;

/** The router's state in the entry that was last read. */
let entryState: EntryState = null;

export function isOnMarkedEntry(): boolean {
  return (window.history.state as EntryState)?.[MARK] === true;
}

export function addMarkedEntry(): void {
  window.history.pushState({ ...noted(), [MARK]: true }, '');
}

/** Whether the address still has a link's fragment. */
export function isOnLink(): boolean {
  return window.location.hash.length > 1;
}

/** Removes a link's fragment from the address, so that it stays neither on screen nor in the history. */
export function clearLink(): void {
  const isNewEntry = window.history.state === null && noted() !== null;
  const state = noted();
  if (!isOnLink()) return;
  const { pathname } = window.location;
  // A link that is followed while the app is open adds an entry without the router's state.
  if (isNewEntry) window.history.replaceState({ ...state, [MARK]: true }, '', pathname);
  else if (state === null) History.prototype.replaceState.call(window.history, null, '', pathname);
  else window.history.replaceState({ [MARK]: isOnMarkedEntry() }, '', pathname);
}

function noted(): EntryState {
  entryState = (window.history.state as EntryState) ?? entryState;
  return entryState;
}
