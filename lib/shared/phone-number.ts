/** A telephone number in the international form of ITU-T E.164 §6: `+`, then 8 to 15 digits, the country's first. */
export type PhoneNumber = string & { readonly brand: 'PhoneNumber' };

/** Fewer digits reach nobody from another country. */
const INTERNATIONAL = /^\+[1-9]\d{7,14}$/;

/**
 * Takes a number as people write it: `0049` for `+49`, the national `(0)` left out, and separated as they like.
 * @returns null when the country or a digit is missing, or something else than a number was typed
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
