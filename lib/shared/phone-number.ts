/** A telephone number in the international form of ITU-T E.164 §6: `+`, then 8 to 15 digits, the country's first. */
export type PhoneNumber = string & { readonly brand: 'PhoneNumber' };

/** Shorter numbers cannot be called from another country. */
const INTERNATIONAL = /^\+[1-9]\d{7,14}$/;

/**
 * Accepts a number as people write it: `0049` for `+49`, the national `(0)` left out, and any separators.
 * @returns null if the country code or a digit is missing, or the text is no number
 */
export function parsePhoneNumber(text: string): PhoneNumber | null {
  const digits = text
    .trim()
    .replace('(0)', '')
    .replaceAll(/[\s./()-]/g, '')
    .replace(/^00/, '+');
  return INTERNATIONAL.test(digits) ? (digits as PhoneNumber) : null;
}

/** "…67": what records may show of a number. */
export function endOfNumber(number: PhoneNumber): string {
  return `…${number.slice(-2)}`;
}
