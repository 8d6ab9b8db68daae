import type { Language } from '../../shared/language';
import type { UserKey } from '../../shared/identifiers/user-key';
import type { MailAddress } from '../../shared/mail-address';
import type { Role } from './role';

/** `disabled` by an administrator, or `locked` by the authentication server that stores the account. */
export type Bar = 'disabled' | 'locked';

export type User = {
  userId: string;
  domain: string;
  displayName: string;
  roles: readonly Role[];
  /** The preferred address first. */
  mailAddresses: readonly MailAddress[];
  language: Language;
  /** IANA name, for mails and letters; null for the site's. */
  timeZone: string | null;
  /** Changes to members of a protected group need approval. */
  group: { name: string; isProtected: boolean } | null;
  /** Why the user may neither sign in nor stay signed in; null if they may. */
  bar: Bar | null;
};

/** In characters (OneSpan §6.1: the vendor's field takes 255). */
export const MAXIMUM_USER_ID_LENGTH = 255;

/**
 * The canonical form of a typed user ID, for comparing, counting and storing. Control characters and lone surrogates,
 * which a database may not store, become U+FFFD, which no user ID contains.
 */
export function normalizeUserId(input: string): string {
  return input
    .trim()
    .replaceAll(/[\p{Cc}\p{Cs}]/gu, '\u{fffd}')
    .normalize('NFC')
    .toLowerCase();
}

/** The canonical form, cut to the longest user ID. */
export function shortUserId(input: string): string {
  return normalizeUserId(normalizeUserId(input).slice(0, MAXIMUM_USER_ID_LENGTH));
}

/** A string key of a user. */
export function personKey({ userId, domain }: UserKey): string {
  return JSON.stringify([userId, domain]);
}
