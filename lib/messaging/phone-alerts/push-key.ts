/** By which this installation names itself to push services (RFC 8292). */
export type StoredPushKey = {
  /** 65 bytes in base64url. */
  publicKey: string;
  /** PKCS #8 in base64url, encrypted in the context `push key <id>`. */
  encryptedPrivateKey: string;
};

/** PORT: the one key of the installation. */
export interface PushKeyStore {
  find(): Promise<StoredPushKey | null>;
  /** Keeps it unless there is one; of several made at once the first one counts. @returns the one that counts */
  add(key: StoredPushKey, at: Date): Promise<StoredPushKey>;
}

/** @param id of its row, which is the only one */
export function pushKeyContext(id = '1'): string {
  return `push key ${id}`;
}
