/** Where a website says which keys its activation images are signed with; below its origin. */
export const IMAGE_KEYS_PATH = '/.well-known/tessera-image-keys.json';

/** A public key for images, as it is published. Bytes are in base64url. */
export type PublishedImageKey = {
  /** Eight hexadecimal digits; see `imageKeyId`. */
  id: string;
  /** Ed25519, 32 bytes. */
  publicKey: string;
  /** ISO 8601; no image is signed with it earlier. */
  notBefore: string;
  /** The key before it, and that key's signature over this one; null for a site's first key. */
  endorsedBy: { id: string; signature: string } | null;
};

export type PublishedImageKeys = {
  /** What images say that they were issued by, for instance `https://tessera.example.org`. */
  origin: string;
  /** Those that an image may carry, oldest first; one may be about to begin. */
  keys: PublishedImageKey[];
  /** Those that no image may carry any more: links by which a phone that knows an old one gets to `keys`. */
  retired: PublishedImageKey[];
};
