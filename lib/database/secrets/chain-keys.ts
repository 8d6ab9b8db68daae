import { createHash, createHmac, hkdfSync } from 'node:crypto';
import type { ChainHashes } from '../../audit/chain-hashes';
import type { Bytes } from '../../shared/bytes';

/** The HMAC keys of the audit chain, by the identifier of the data key that each is derived from. */
export class ChainKeys implements ChainHashes {
  readonly currentKeyId: string;
  readonly #keys: ReadonlyMap<string, Bytes>;

  /** @param keys 32 bytes each; the first is current @throws RangeError when there is none */
  constructor(keys: readonly { id: string; key: Bytes }[]) {
    const [current] = keys;
    if (!current) throw new RangeError('an audit chain needs a key');
    this.currentKeyId = current.id;
    this.#keys = new Map(keys.map(({ id, key }) => [id, key]));
  }

  hash(text: string, keyId: string | null): string | null {
    if (keyId === null) return createHash('sha256').update(text, 'utf8').digest('hex');
    const key = this.#keys.get(keyId);
    return key ? createHmac('sha256', key).update(text, 'utf8').digest('hex') : null;
  }
}

/** HKDF-SHA-256 without salt (RFC 5869), 32 bytes. @param dataKey 32 bytes */
export function deriveChainKey(dataKey: Bytes): Bytes {
  return new Uint8Array(hkdfSync('sha256', dataKey, '', 'tessera audit chain', 32));
}
