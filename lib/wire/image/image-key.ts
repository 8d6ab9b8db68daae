import type { PublishedImageKey } from '../../shared/codes/image-keys';

/** A key pair for signing images. Bytes are in base64url. */
export type ImageKey = {
  /** 1 for the first; each later one is endorsed by its predecessor. */
  number: number;
  /** Eight hexadecimal digits. */
  id: string;
  /** Ed25519, 32 bytes. */
  publicKey: string;
  /** Encrypted; null once the key no longer signs. */
  encryptedPrivateKey: string | null;
  notBefore: Date;
  /** Signature by its predecessor; null for the first. */
  endorsement: string | null;
};

/** The encryption context of a private key. */
export function imageKeyContext(id: string): string {
  return `image key ${id}`;
}

/**
 * The key to sign with: the newest valid one. If replicas' clocks differ, the oldest remaining private key, so that
 * there is a key as long as any private one remains.
 * @param keys in the order of their numbers
 */
export function signingKey<Key extends Pick<ImageKey, 'encryptedPrivateKey' | 'notBefore'>>(
  keys: readonly Key[],
  now: Date,
): Key | null {
  const usable = keys.filter(({ encryptedPrivateKey }) => encryptedPrivateKey !== null);
  return usable.findLast(({ notBefore }) => notBefore <= now) ?? usable[0] ?? null;
}

export function isNextKeyDue(keys: readonly Pick<ImageKey, 'notBefore'>[], now: Date, rotationMs: number): boolean {
  const newest = keys.at(-1);
  return !newest || now.getTime() >= newest.notBefore.getTime() + rotationMs;
}

/**
 * @param overlapMs how long images of a key may be in use after the next key begins
 * @returns the keys that images may carry, and the retired ones
 */
export function publishedKeys(
  keys: readonly ImageKey[],
  now: Date,
  overlapMs: number,
): { keys: PublishedImageKey[]; retired: PublishedImageKey[] } {
  const isRetired = keys.map((_key, index) => {
    const next = keys[index + 1];
    return next !== undefined && next.notBefore.getTime() + overlapMs <= now.getTime();
  });
  const published = keys.map(describe);
  return {
    keys: published.filter((_key, index) => !isRetired[index]),
    retired: published.filter((_key, index) => isRetired[index]),
  };
}

function describe(key: ImageKey, index: number, all: readonly ImageKey[]): PublishedImageKey {
  const { id, publicKey, notBefore, endorsement } = key;
  const previous = all[index - 1];
  const endorsedBy = previous && endorsement !== null ? { id: previous.id, signature: endorsement } : null;
  return { id, publicKey, notBefore: notBefore.toISOString(), endorsedBy };
}

/** PORT: stores the image keys, shared by all replicas. */
export interface ImageKeyStore {
  /** In the order of their numbers. */
  list(): Promise<ImageKey[]>;
  /** @returns false if another key has its number; nothing is added then */
  add(key: ImageKey): Promise<boolean>;
  /** Erases the private keys with smaller numbers. */
  erasePrivateKeysBefore(number: number): Promise<void>;
}
