/** Digits of the codes that the site's own app shows; the signature's as in the vendor's samples (OneSpan §3.2). */
export const DEVICE_CODE_DIGITS = 26;
export const SIGNATURE_DIGITS = 16;

/** In characters: 40 digits in groups. Ours have 26 and 16; those of other apps are not published. */
export const MAXIMUM_TYPED_CODE_LENGTH = 64;

/** Removes the spaces and hyphens with which people type groups of digits. */
export function withoutGaps(input: string): string {
  return input.replaceAll(/[\s-]/g, '');
}

/** Groups of four, as an app shows them. */
export function inGroups(digits: string): string {
  return digits.replaceAll(/(.{4})(?=.)/g, '$1 ');
}
