import type { PublishedImageKey } from '../../shared/codes/image-keys';

/** A key pair that this site signs its images with. Bytes are in base64url. */
export type ImageKey = {
  /** 1 for the first; every other one is endorsed by the one before it. */
  number: number;
  /** Eight hexadecimal digits. */
  id: string;
  /** Ed25519, 32 bytes. */
  publicKey: string;
  /** Sealed; null once nothing is signed with it any more. */
  sealedPrivateKey: string | null;
  notBefore: Date;
  /** Signature of the key before it; null for the first. */
  endorsement: string | null;
};

/** What a sealed private key belongs to. */
export function imageKeyContext(id: string): string {
  return `image key ${id}`;
}

/**
 * The key to sign with: the newest that has begun. Where clocks differ, one that another replica has just begun or put
 * away, so that there is one as long as there is a private key.
 * @param keys in the order of their numbers
 */
export function signingKey(keys: readonly ImageKey[], now: Date): ImageKey | null {
  const usable = keys.filter(({ sealedPrivateKey }) => sealedPrivateKey !== null);
  return usable.findLast(({ notBefore }) => notBefore <= now) ?? usable[0] ?? null;
}

/** Whether it is time to make the next key. */
export function isNextKeyDue(keys: readonly ImageKey[], now: Date, rotationMs: number): boolean {
  const newest = keys.at(-1);
  return !newest || now.getTime() >= newest.notBefore.getTime() + rotationMs;
}

/**
 * @param overlapMs how long after the next key has begun an image of the one before may still be about
 * @returns what images may carry, and the keys before those
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

/** PORT: keeps the keys that images are signed with, for all replicas together. */
export interface ImageKeyStore {
  /** In the order of their numbers. */
  list(): Promise<ImageKey[]>;
  /** @returns false, and adds nothing, when another one has taken its number */
  add(key: ImageKey): Promise<boolean>;
  /** Erases the private keys of those with smaller numbers. */
  erasePrivateKeysBefore(number: number): Promise<void>;
}
