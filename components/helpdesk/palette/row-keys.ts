/** Whether a key that is a character belongs to a field. */
export function isTyping(element: Element | null): boolean {
  return element instanceof HTMLElement && (element.isContentEditable || element.matches('input, textarea, select'));
}

/**
 * Moves the focus from the search or a row's link to the next or previous row; above the first one is the search.
 * @returns whether it moved
 */
export function moveThroughRows(key: 'ArrowDown' | 'ArrowUp'): boolean {
  const here = document.activeElement;
  if (!here?.matches('input[data-search], a[data-row]')) return false;
  const stops = [...document.querySelectorAll<HTMLElement>('input[data-search], a[data-row]')];
  const next = stops[stops.indexOf(here as HTMLElement) + (key === 'ArrowDown' ? 1 : -1)];
  next?.focus();
  return next !== undefined;
}
