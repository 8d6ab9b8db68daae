import 'server-only';

/**
 * The fields of a form. A page sends one, but a call of an action can carry anything in its place.
 * @returns null for what is no form, and for text with U+0000, which no keyboard types and PostgreSQL keeps nowhere
 */
export function formFields(form: unknown): Record<string, FormDataEntryValue> | null {
  if (!(form instanceof FormData)) return null;
  const fields = Object.fromEntries(form);
  return Object.values(fields).some((value) => typeof value === 'string' && value.includes('\0')) ? null : fields;
}
