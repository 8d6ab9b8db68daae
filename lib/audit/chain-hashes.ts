/** PORT: makes the hashes of the audit chain with keys that the database does not have. */
export interface ChainHashes {
  /** Names the key that new records are hashed with. */
  readonly currentKeyId: string;
  /**
   * HMAC-SHA-256 over a text's UTF-8 in lower-case hexadecimal.
   * @param keyId null for SHA-256 without a key, as records have it from before the chain had one
   * @returns null when there is no such key
   */
  hash(text: string, keyId: string | null): string | null;
}
