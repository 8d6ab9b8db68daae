/** Where phones report forged activation images; below the website's origin. */
export const FORGED_IMAGES_PATH = '/authenticator/forged-images';

/** Why a phone takes an image for a forgery. */
export const FORGERIES = [
  /** Its signature is not that of the key that it names. */
  'wrong-signature',
  /** The website has no key of the name that it gives. */
  'unknown-key',
  /** The website names a key to which nothing leads from those that the phone holds it to. */
  'key-not-endorsed',
] as const;
export type Forgery = (typeof FORGERIES)[number];

/** In characters. */
export const LONGEST_CLAIMED_USER_ID = 255;

/** What a phone tells of an image that it has refused. */
export type ForgedImageReport = {
  forgery: Forgery;
  /** That the image gave, eight hexadecimal digits. */
  keyId: string;
  claimedUserId: string;
};
