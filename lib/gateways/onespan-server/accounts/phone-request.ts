import { hexFromBytes, utf8 } from '../../../shared/bytes';
import { randomText, type Random } from '../../../shared/random';
import { isSuccess, type Outcome } from '../soap/outcome';
import type { PhoneSettings } from '../../../config/sections/onespan-phone-settings';

/** The vendor's pages take no longer message (OneSpan §4.5). */
const MAXIMUM_MESSAGE_LENGTH = 128;

/** What the phone shows. Its language is not known, so it says no sentence. */
export function messageOf(words: readonly string[]): string {
  return words
    .join(' · ')
    .replaceAll(/[\p{C}\s]+/gu, ' ')
    .slice(0, MAXIMUM_MESSAGE_LENGTH)
    .replace(/[\uD800-\uDBFF]$/, '');
}

/** What makes the server push: keyword and password are joined without a separator (OneSpan §4.5). @param password the person's, where one is wanted */
export function passwordFor({ method, keyword }: NonNullable<PhoneSettings['push']>, password = ''): string {
  switch (method) {
    case 'KeywordOnly':
      return keyword;
    case 'Password':
      return password;
    case 'KeywordPassword':
      return keyword + password;
    case 'PasswordKeyword':
      return password + keyword;
  }
}

/** Ten digits in the published samples (OneSpan §4.5). */
const CHALLENGE_KEY = /^\d{10}$/;

/** The key of a challenge; null for none, or one that could not be told from those of unknown people. */
export function readChallengeKey({ status, fields }: Outcome): string | null {
  const key = fields['CREDFLD_CHALLENGE_KEY'] ?? '';
  return isSuccess(status) && CHALLENGE_KEY.test(key) ? key : null;
}

/** A key that no server has made. How it draws its own is not published. */
export function drawChallengeKey(random: Random): string {
  return randomText(random, '0123456789', 10);
}

/**
 * A Cronto image holds the digits' ASCII in hexadecimal, as other texts (inferred, OneSpan §4.5); a QR code the digits, as the
 * vendor's app takes them elsewhere.
 */
export function imageContent({ image }: NonNullable<PhoneSettings['scan']>, key: string): string {
  return image === 'cronto' ? hexFromBytes(utf8(key)).toUpperCase() : key;
}
