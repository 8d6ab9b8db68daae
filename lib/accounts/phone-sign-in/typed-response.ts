/** How many digits a device shows is its application's, and not published (OneSpan §5.5). */
const RESPONSE = /^\d{4,16}$/;

/** @returns its digits; null where it is none */
export function readResponse(typed: string): string | null {
  const digits = typed.replaceAll(/\s/g, '');
  return RESPONSE.test(digits) ? digits : null;
}
