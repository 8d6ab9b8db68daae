/** Where a browser keeps that `/` is a character like any other. */
const KEY = 'tessera.no-search-key';

/** Whether `/` leads to the search. A key without Ctrl can be off: voice control may type it (WCAG 2.1.4). */
export function isSearchKeyOn(): boolean {
  try {
    return localStorage.getItem(KEY) === null;
  } catch {
    return true;
  }
}

/** Keeps the choice in this browser. */
export function turnSearchKey(isOn: boolean): void {
  try {
    if (isOn) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, '1');
  } catch {
    // A browser that stores nothing has the key on.
  }
}
