import type { PublicJwk } from '../../wire/crypto/es256';
import type { ServiceAccountId } from '../service-accounts/service-account';
import { MINUTE } from '../../shared/time/duration';
import type { ActivationLinkId, Outcome } from './activation-link';

/** The claims of a signed result. */
export type LinkResult = Outcome & {
  linkId: ActivationLinkId;
  serviceAccountId: ServiceAccountId;
  callerState: string;
};

/** How long a result may be taken. It is read at once. */
export const RESULT_LIFETIME_MS = 5 * MINUTE;

/** Explicit typing (RFC 8725 §3.11): no other token of this site, or of another, passes for a result. */
export const RESULT_TYPE = 'tessera-activation-result+jwt';

/** RFC 7517 §5. */
export type PublishedResultKeys = {
  keys: (PublicJwk & { kid: string; alg: 'ES256'; use: 'sig'; key_ops: readonly ['verify'] })[];
};

/** PORT: signs the result that a browser carries back to the site that sent it. */
export interface ResultSigner {
  /** @returns a compact JWS (RFC 7515), whose `jti` is the link: there is one result for each */
  sign(result: LinkResult): Promise<string>;
  /** The keys that verify results: the next, the current, and those of the last day. */
  publish(): Promise<PublishedResultKeys>;
  /** Makes the first key and each next one when due, and erases private keys that sign no more. */
  rotate(): Promise<void>;
}

/** A key pair for signing results. Bytes are in base64url. */
export type ResultKey = {
  /** 1 for the first. */
  number: number;
  /** JWK thumbprint (RFC 7638). */
  id: string;
  /** P-256, uncompressed, 65 bytes. */
  publicKey: string;
  /** Encrypted; null once the key signs no more. */
  encryptedPrivateKey: string | null;
  notBefore: Date;
};

/** The encryption context of a private key. */
export function resultKeyContext(id: string): string {
  return `result key ${id}`;
}

/** PORT: stores the result keys, shared by all replicas. */
export interface ResultKeyStore {
  /** In the order of their numbers. */
  list(): Promise<ResultKey[]>;
  /** @returns false if another key has its number; nothing is added then */
  add(key: ResultKey): Promise<boolean>;
  /** Erases the private keys with smaller numbers. */
  erasePrivateKeysBefore(number: number): Promise<void>;
}
