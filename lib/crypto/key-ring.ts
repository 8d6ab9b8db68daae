import { base64UrlFromBytes, bytesFromBase64Url, textFromUtf8, utf8, type Bytes } from '../shared/bytes';

/** Seals short texts for storage. Several keys make rotation possible: the first one seals, all of them open. */
export interface KeyRing {
  /**
   * Encrypts and authenticates.
   * @param context says what the text is and whose; opening demands the same, so that a sealed value cannot be moved
   * @returns `v1.<key id>.<initialisation vector>.<ciphertext and tag>`, the last two in base64url
   */
  seal(text: string, context: string): Promise<string>;
  /** @throws UnsealingError when the value is malformed, altered, of another context, or its key is not on the ring */
  open(sealed: string, context: string): Promise<string>;
}

/** A stored value that cannot be opened: damaged, moved, or sealed with a key that was taken off the ring. */
export class UnsealingError extends Error {
  override readonly name = 'UnsealingError';
}

export type SealingKey = {
  /** Letters, digits, `-` and `_`. */
  id: string;
  /** 32 bytes. */
  key: Bytes;
};

const IV_BYTES = 12;

/**
 * A key ring on AES-256-GCM. With random initialisation vectors one key may seal 2^32 values (NIST SP 800-38D §8.3).
 * @param keys the current key first, then older ones
 * @throws RangeError when there is no key, or one is malformed or given twice
 */
export function createKeyRing(keys: readonly SealingKey[]): KeyRing {
  const [current] = keys;
  if (!current) throw new RangeError('a key ring needs a key');
  const imported = new Map<string, Promise<CryptoKey>>();
  for (const { id, key } of keys) {
    if (!/^[\w-]+$/.test(id) || imported.has(id) || key.length !== 32)
      throw new RangeError(`malformed or repeated key: ${id}`);
    imported.set(id, crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt', 'decrypt']));
  }

  return {
    async seal(text, context) {
      const key = await keyNamed(current.id);
      const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
      const sealed = await crypto.subtle.encrypt(
        { name: 'AES-GCM', iv, additionalData: utf8(context) },
        key,
        utf8(text),
      );
      return ['v1', current.id, base64UrlFromBytes(iv), base64UrlFromBytes(new Uint8Array(sealed))].join('.');
    },

    async open(sealed, context) {
      const [version, keyId, iv, ciphertext, ...rest] = sealed.split('.');
      if (version !== 'v1' || !keyId || !iv || !ciphertext || rest.length > 0)
        throw new UnsealingError('malformed sealed value');
      const key = await keyNamed(keyId);
      try {
        const parameters = { name: 'AES-GCM', iv: bytesFromBase64Url(iv), additionalData: utf8(context) };
        return textFromUtf8(
          new Uint8Array(await crypto.subtle.decrypt(parameters, key, bytesFromBase64Url(ciphertext))),
        );
      } catch (cause) {
        throw new UnsealingError('the sealed value was altered, or belongs elsewhere', { cause });
      }
    },
  };

  function keyNamed(id: string): Promise<CryptoKey> {
    const key = imported.get(id);
    if (!key) throw new UnsealingError(`no key named ${id}`);
    return key;
  }
}
