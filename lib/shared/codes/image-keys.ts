/** Path below a website's origin at which it publishes the keys of its activation images. */
export const IMAGE_KEYS_PATH = '/.well-known/tessera-image-keys.json';

/** A published image key. Bytes are in base64url. */
export type PublishedImageKey = {
  /** Eight hexadecimal digits; see `imageKeyId`. */
  id: string;
  /** Ed25519, 32 bytes. */
  publicKey: string;
  /** ISO 8601; the key signs no image before. */
  notBefore: string;
  /** The previous key and its signature over this one; null for a site's first key. */
  endorsedBy: { id: string; signature: string } | null;
};

export type PublishedImageKeys = {
  /** The origin that images are signed with, for instance `https://tessera.example.org`. */
  origin: string;
  /** Keys that images may be signed with, oldest first; the last may not be in use yet. */
  keys: PublishedImageKey[];
  /** Keys that no image is signed with any more. They connect a phone's old pin to `keys`. */
  retired: PublishedImageKey[];
};
