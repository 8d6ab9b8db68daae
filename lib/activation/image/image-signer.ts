import type { Bytes } from '../../shared/bytes';
import type { PublishedImageKeys } from '../../shared/codes/image-keys';

/** What vouches for an image. */
export type ImageSeal = {
  /** Eight hexadecimal digits. */
  keyId: string;
  /** In whole seconds since 1970. */
  issuedAt: number;
  /** Ed25519, 64 bytes. */
  signature: Bytes;
};

/** PORT: vouches for activation images, so that a phone can tell whose they are. */
export interface ImageSigner {
  /**
   * Signs what an image says, when it was issued, and this site's origin.
   * @param payload at most 512 bytes, as UTF-8 or, offline, in hexadecimal
   * @returns the same seal for the same image until the key changes
   * @throws when there is no key that can be opened
   */
  seal(payload: string, issuedAt: Date): Promise<ImageSeal>;
  /** What phones check seals with. */
  publish(): Promise<PublishedImageKeys>;
  /** Makes the first key and each next one when it is due, and erases private keys that are not needed any more. */
  rotate(): Promise<void>;
}
