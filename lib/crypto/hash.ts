import { concatBytes, type Bytes } from '../shared/bytes';

/** Hashes the concatenation of its parts. */
export type Hash = (...parts: Uint8Array[]) => Promise<Bytes>;

export const sha256: Hash = async (...parts) =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', concatBytes(...parts)));

/** For RFC 5054's test vectors only. */
export const sha1: Hash = async (...parts) =>
  new Uint8Array(await crypto.subtle.digest('SHA-1', concatBytes(...parts)));
