import type { UserKey } from '../../shared/identifiers/user-key';
import type { MailAddress } from '../../shared/mail-address';
import type { Role } from './role';

/** What Tessera can write to people in; the first is for those whose language is not known. */
export const LANGUAGES = ['en', 'de', 'fr', 'nl'] as const;

export type Language = (typeof LANGUAGES)[number];

export const DEFAULT_LANGUAGE: Language = LANGUAGES[0];

/** A person with an account. */
export type User = {
  userId: string;
  domain: string;
  displayName: string;
  roles: readonly Role[];
  /** Every address the person is known by, the one to write to first. */
  mailAddresses: readonly MailAddress[];
  language: Language;
  /** Changes to people of a protected group take two members of staff. */
  group: { name: string; isProtected: boolean } | null;
};

/** Longest user ID that is accepted, in characters (OneSpan §6.1: the vendor's field takes 255). */
export const MAXIMUM_USER_ID_LENGTH = 255;

/**
 * The one form of a user ID, however it was typed: what compares, counts or stores by user ID uses this. What no
 * database can hold, control characters and halves of characters, becomes a character that nobody's user ID has.
 */
export function normalizeUserId(typed: string): string {
  return typed
    .trim()
    .replaceAll(/[\p{Cc}\p{Cs}]/gu, '\u{fffd}')
    .normalize('NFC')
    .toLowerCase();
}

/** No longer than an account's can be, whatever was typed. */
export function shortUserId(typed: string): string {
  return normalizeUserId(normalizeUserId(typed).slice(0, MAXIMUM_USER_ID_LENGTH));
}

/** One text for each person. */
export function personKey({ userId, domain }: UserKey): string {
  return JSON.stringify([userId, domain]);
}

export function isLanguage(text: string): text is Language {
  return (LANGUAGES as readonly string[]).includes(text);
}
