/** In characters: 40 digits in groups. Ours have 26 and 16, those of other apps are not published. */
export const MAXIMUM_TYPED_CODE_LENGTH = 64;

/** A code of digits as somebody typed it, without gaps and the hyphens of groups. */
export function digitsOf(typed: string): string {
  return typed.replaceAll(/[\s-]/g, '');
}
