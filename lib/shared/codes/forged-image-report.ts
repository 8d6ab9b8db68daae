/** Path below the website's origin to which phones report forged activation images. */
export const FORGED_IMAGES_PATH = '/authenticator/forged-images';

/** Why a phone considers an image forged. */
export const FORGERIES = [
  /** The signature does not verify with the key that it names. */
  'wrong-signature',
  /** The website has no key of that name. */
  'unknown-key',
  /** No chain of endorsements leads from the phone's pinned keys to the website's. */
  'key-not-endorsed',
] as const;
export type Forgery = (typeof FORGERIES)[number];

/** In characters. */
export const LONGEST_CLAIMED_USER_ID = 255;

/** A phone's report of an image that it has refused. */
export type ForgedImageReport = {
  forgery: Forgery;
  /** As named by the image, eight hexadecimal digits. */
  keyId: string;
  claimedUserId: string;
};
