import { prefixedId } from '../../shared/identifiers/prefixed-id';
import { hasUnseen } from '../../shared/text/one-line';

/** `psk-` and 32 hexadecimal digits. Names a passkey on pages and in records; proves nothing. */
export type PasskeyId = string & { readonly brand: 'PasskeyId' };

export const { parse: parsePasskeyId, generate: generatePasskeyId } = prefixedId<PasskeyId>('psk');

/** Binary values are base64url. */
export type Passkey = {
  id: PasskeyId;
  userId: string;
  domain: string;
  /** Counts a user's passkeys from 1. Two that are added at once cannot both get the same one. */
  number: number;
  /** Chosen by the authenticator, at most 1,023 bytes (WebAuthn §4, Credential ID). */
  credentialId: string;
  /** The user's, 32 random bytes: the same in all their passkeys, and meaningless to others. */
  userHandle: string;
  /** A COSE key. */
  publicKey: string;
  /** Number of signatures; stays 0 in authenticators that do not count. */
  counter: number;
  /** Model of the authenticator; all zeros if it does not say. */
  aaguid: string;
  /** Transports that reach it, such as `internal` or `usb`. */
  transports: readonly string[];
  /** Whether it may be synced to other devices of its owner, and whether it has been. */
  isBackupEligible: boolean;
  isBackedUp: boolean;
  name: string;
  createdAt: Date;
  /** When its probation ends; null if it has none. */
  trustedFrom: Date | null;
  lastUsedAt: Date | null;
};

/** What a use of a passkey proves. */
export function proofOf({ trustedFrom }: Pick<Passkey, 'trustedFrom'>, now: Date): 'passkey' | 'new-passkey' {
  return trustedFrom !== null && now < trustedFrom ? 'new-passkey' : 'passkey';
}

/** Per user. */
export const MAXIMUM_PASSKEYS = 20;

/** In characters. */
export const MAXIMUM_PASSKEY_NAME_LENGTH = 64;

/** @returns null if it is empty, too long, or has control characters */
export function parsePasskeyName(text: string): string | null {
  const name = text.normalize('NFC').trim();
  return name === '' || Array.from(name).length > MAXIMUM_PASSKEY_NAME_LENGTH || hasUnseen(name) ? null : name;
}
