/**
 * What a form keeps in the tab while its person signs in again, confirms elsewhere or loads the page anew: its fields, never
 * secrets, proofs, files or hidden ones, and never longer than until the form is shown again. It comes with the form: a
 * newer version of the site might no longer have it.
 */
const KEPT_FIELDS = 'tessera.kept-fields';

/** Where the name of what confirmed is kept until the form is back. */
const CONFIRMED_BY = 'tessera.confirmed-by';

type Kept = [name: string, value: string, isTicked: boolean | null];

/** A form is known by its page, what opens it, and its button, or by a name of its own where it has now one button, now another. */
function keyOf(form: HTMLFormElement): string {
  const opener = form.closest('details')?.querySelector('summary')?.textContent ?? '';
  const button = form.dataset['keptAs'] ?? form.querySelector('button[type=submit]')?.textContent ?? '';
  return `${location.pathname} ${opener} ${button}`;
}

function fieldsOf(form: HTMLFormElement): (HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement)[] {
  return [...form.elements].filter(
    (element): element is HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement =>
      (element instanceof HTMLInputElement && !['password', 'hidden', 'file', 'submit'].includes(element.type)) ||
      element instanceof HTMLSelectElement ||
      element instanceof HTMLTextAreaElement,
  );
}

function isTicked(field: Element): field is HTMLInputElement {
  return field instanceof HTMLInputElement && (field.type === 'checkbox' || field.type === 'radio');
}

export function hasKeptFields(): boolean {
  return sessionStorage.getItem(KEPT_FIELDS) !== null;
}

/** Keeps what was typed and chosen. */
export function keepFields(form: HTMLFormElement): void {
  const fields = fieldsOf(form)
    .filter(({ name }) => name !== '' && !name.startsWith('proof'))
    .map((field) => [field.name, field.value, isTicked(field) ? field.checked : null] as const);
  store(KEPT_FIELDS, JSON.stringify({ of: keyOf(form), kept: fields }));
}

/** Keeps a form whose person leaves it to confirm who they are. @param by what then has confirmed it, if known now */
export function leaveToConfirm(form: HTMLFormElement, by: string | null): void {
  keepFields(form);
  if (by === null) sessionStorage.removeItem(CONFIRMED_BY);
  else store(CONFIRMED_BY, by);
}

/** For the form that was left, which says so. @param by name of what confirmed it */
export function noteConfirmation(by: string): void {
  store(CONFIRMED_BY, by);
}

/** @returns what confirmed it meanwhile, if somebody comes back from there; null otherwise */
export function restoreFields(form: HTMLFormElement): string | null {
  const { of, kept } = JSON.parse(sessionStorage.getItem(KEPT_FIELDS) ?? '{}') as { of?: string; kept?: Kept[] };
  if (of !== keyOf(form) || !kept) return null;
  const confirmedBy = sessionStorage.getItem(CONFIRMED_BY);
  sessionStorage.removeItem(KEPT_FIELDS);
  sessionStorage.removeItem(CONFIRMED_BY);
  form.closest('details')?.setAttribute('open', '');
  for (const [name, value, isChecked] of kept) {
    for (const field of fieldsOf(form)) {
      if (field.name !== name) continue;
      if (!isTicked(field)) enter(field, value);
      else if (field.value === value && field.checked !== isChecked) field.click();
    }
  }
  return confirmedBy;
}

function store(key: string, text: string): void {
  try {
    sessionStorage.setItem(key, text);
  } catch {
    // A browser that stores nothing loses the fields, and says nothing worse.
  }
}

/** Sets the value through the DOM so that React's onChange fires. */
function enter(field: HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement, value: string): void {
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set?.call(field, value);
  field.dispatchEvent(new Event(field instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }));
}
