/* Fields of the services' requests. Each reader returns null for a missing or malformed value. */

/** Eight letters and digits by default (OneSpan §7.3). */
export function readRegistrationIdentifier(value: unknown): string | null {
  return typeof value === 'string' && /^[0-9A-Za-z]{1,32}$/.test(value) ? value : null;
}

/** @param maximumDigits of hexadecimal, in either case */
export function readHex(value: unknown, maximumDigits: number): string | null {
  return typeof value === 'string' && value.length <= maximumDigits && /^[0-9A-Fa-f]+$/.test(value) ? value : null;
}

/** Whole bytes in hexadecimal. */
export function readHexBytes(value: unknown, maximumBytes: number): string | null {
  const hex = readHex(value, maximumBytes * 2);
  return hex && hex.length % 2 === 0 ? hex : null;
}

/** The key from a login image, in either case; normalized to lower case. */
export function readChallengeKey(value: unknown): string | null {
  return typeof value === 'string' && /^[0-9A-Fa-f]{32}$/.test(value) ? value.toLowerCase() : null;
}

/** Exactly so many decimal digits. */
export function readDigits(value: unknown, digits: number): string | null {
  return typeof value === 'string' && value.length === digits && /^\d+$/.test(value) ? value : null;
}

/** User, domain and instance names: 1 (or 0) to 255 characters. */
export function readName(value: unknown, minimumLength: 0 | 1): string | null {
  return typeof value === 'string' && value.length >= minimumLength && value.length <= 255 ? value : null;
}

/** `AuthenticationResponseJSON` (WebAuthn §5.1) as it was sent; whoever verifies it reads it. */
export function readAnswer(value: unknown): string | null {
  return typeof value === 'string' && value.length > 0 && value.length <= 4_096 ? value : null;
}

/**
 * The device's description: optional, at most 255 characters, special characters become spaces (OneSpan §3.2). Allowed
 * are letters, marks and digits of any script, and punctuation that is common in names of devices.
 */
export function readDescription(value: unknown): string | null {
  if (value === undefined || value === null) return '';
  if (typeof value !== 'string' || value.length > 255) return null;
  return value.replaceAll(/[^\p{L}\p{M}\p{N} .,'’()_+-]/gu, ' ').trim();
}
