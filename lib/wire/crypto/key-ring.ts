import { base64UrlFromBytes, bytesFromBase64Url, textFromUtf8, utf8, type Bytes } from '../../shared/bytes';

/** A stored value that cannot be decrypted: damaged, moved, or encrypted with a key that is no longer on the ring. */
export class DecryptionError extends Error {
  override readonly name = 'DecryptionError';
}

export type SealingKey = {
  /** Letters, digits, `-` and `_`. */
  id: string;
  /** 32 bytes. */
  key: Bytes;
};

const IV_BYTES = 12;

/**
 * Encrypts short texts for storage with AES-256-GCM. Keys can be rotated: the first one encrypts, all of them decrypt.
 * With random initialisation vectors one key may encrypt 2^32 values (NIST SP 800-38D §8.3).
 */
export class KeyRing {
  readonly #currentId: string;
  readonly #keys: ReadonlyMap<string, Promise<CryptoKey>>;

  /**
   * @param keys the current key first, then older ones
   * @throws RangeError when there is no key, or one is malformed or repeated
   */
  constructor(keys: readonly SealingKey[]) {
    const [current] = keys;
    if (!current) throw new RangeError('a key ring needs a key');
    const imported = new Map<string, Promise<CryptoKey>>();
    for (const { id, key } of keys) {
      if (!/^[\w-]+$/.test(id) || imported.has(id) || key.length !== 32)
        throw new RangeError(`malformed or repeated key: ${id}`);
      imported.set(id, crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt', 'decrypt']));
    }
    this.#currentId = current.id;
    this.#keys = imported;
  }

  /**
   * Encrypts and authenticates.
   * @param context what the text is and whose; decryption needs the same, so that a ciphertext cannot be moved
   * @returns `v1.<key id>.<initialisation vector>.<ciphertext and tag>`, the last two in base64url
   */
  async encrypt(text: string, context: string): Promise<string> {
    const key = await this.#keyNamed(this.#currentId);
    const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
    const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: utf8(context) }, key, utf8(text));
    return ['v1', this.#currentId, base64UrlFromBytes(iv), base64UrlFromBytes(new Uint8Array(sealed))].join('.');
  }

  /**
   * @throws DecryptionError when the value is malformed, altered or of another context, or its key is not on the ring
   */
  async decrypt(sealed: string, context: string): Promise<string> {
    const [version, keyId, iv, ciphertext, ...rest] = sealed.split('.');
    if (version !== 'v1' || !keyId || !iv || !ciphertext || rest.length > 0)
      throw new DecryptionError('malformed ciphertext');
    const key = await this.#keyNamed(keyId);
    try {
      const parameters = { name: 'AES-GCM', iv: bytesFromBase64Url(iv), additionalData: utf8(context) };
      return textFromUtf8(new Uint8Array(await crypto.subtle.decrypt(parameters, key, bytesFromBase64Url(ciphertext))));
    } catch (cause) {
      throw new DecryptionError('the ciphertext was altered, or belongs elsewhere', { cause });
    }
  }

  #keyNamed(id: string): Promise<CryptoKey> {
    const key = this.#keys.get(id);
    if (!key) throw new DecryptionError(`no key named ${id}`);
    return key;
  }
}
