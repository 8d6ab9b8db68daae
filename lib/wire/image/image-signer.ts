import type { Bytes } from '../../shared/bytes';
import type { PublishedImageKeys } from '../../shared/codes/image-keys';

/** The site's signature on an image, with the key and the time that it covers. */
export type ImageSignature = {
  /** Eight hexadecimal digits. */
  keyId: string;
  /** In whole seconds since 1970. */
  issuedAt: number;
  /** Ed25519, 64 bytes. */
  bytes: Bytes;
};

/** PORT: signs activation images, so that a phone can verify their issuer. */
export interface ImageSigner {
  /**
   * Signs an image's payload, its time of issue and this site's origin.
   * @param payload at most 512 bytes, as UTF-8 or, offline, in hexadecimal
   * @returns the same signature for the same image until the key changes
   * @throws if no key can be decrypted
   */
  sign(payload: string, issuedAt: Date): Promise<ImageSignature>;
  /** The public keys that phones verify signatures with. */
  publish(): Promise<PublishedImageKeys>;
  /** Creates the first key and each next one when due, and erases private keys that no longer sign. */
  rotate(): Promise<void>;
}
