/**
 * The fields of a form that waits for its person to sign in again, kept in the tab: never secrets, proofs, files
 * or hidden fields, and never longer than until the form is shown again.
 */

type Kept = [name: string, value: string, isTicked: boolean | null];

/** A form is known by its page and its button. */
function keyOf(form: HTMLFormElement): string {
  const button = form.querySelector('button[type=submit]')?.textContent ?? '';
  return `${location.pathname} ${button}`;
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

/** Keeps what was typed and chosen. @param key in the tab's storage */
export function keepFields(key: string, form: HTMLFormElement): void {
  const fields = fieldsOf(form)
    .filter(({ name }) => name !== '' && !name.startsWith('proof'))
    .map((field) => [field.name, field.value, isTicked(field) ? field.checked : null] as const);
  try {
    sessionStorage.setItem(key, JSON.stringify({ of: keyOf(form), kept: fields }));
  } catch {
    // A browser that stores nothing loses the fields, and says nothing worse.
  }
}

/** Fills in what was kept, once. */
export function restoreFields(key: string, form: HTMLFormElement): void {
  const { of, kept } = JSON.parse(sessionStorage.getItem(key) ?? '{}') as { of?: string; kept?: Kept[] };
  if (of !== keyOf(form) || !kept) return;
  sessionStorage.removeItem(key);
  for (const [name, value, isChecked] of kept) {
    for (const field of fieldsOf(form)) {
      if (field.name !== name) continue;
      if (!isTicked(field)) enter(field, value);
      else if (field.value === value && field.checked !== isChecked) field.click();
    }
  }
}

/** Sets the value through the DOM so that React's onChange fires. */
function enter(field: HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement, value: string): void {
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set?.call(field, value);
  field.dispatchEvent(new Event(field instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }));
}
