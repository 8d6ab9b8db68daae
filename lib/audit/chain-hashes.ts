/** PORT: hashes the audit chain, with keys that are not in the database. */
export interface ChainHashes {
  /** The key of new records. */
  readonly currentKeyId: string;
  /**
   * HMAC-SHA-256 over a text's UTF-8 in lower-case hexadecimal.
   * @param keyId null for plain SHA-256, as in records from before the chain was keyed
   * @returns null if there is no such key
   */
  hash(text: string, keyId: string | null): string | null;
}
