/** Where the app asks about a link that was opened from outside: whose page shows its image, and how it was opened. */
export const OPENED_LINKS_PATH = '/authenticator/opened-links';

/** In bytes: drawn by the phone for each question. */
export const IMAGE_NONCE_BYTES = 16;

/** In bytes; see `imageProof`. */
export const IMAGE_PROOF_BYTES = 32;

/**
 * What the app asks. Bytes are in base64url. Of an activation it sends what proves that it holds the image, and nothing that
 * activates; of a sign-in nothing at all.
 */
export type OpenedLinkQuestion = { registrationIdentifier: string; nonce: string; proof: string } | { signIn: true };

/** A page of this website that shows an image at this moment. */
export type ShowingPage = {
  organisation: string;
  /** `Firefox on Windows`, as `browserSummary` says it. */
  browser: string;
  /** Since the image was first shown. */
  secondsAgo: number;
  /** Whether page and phone have the same network address. A phone on mobile data has another. */
  isNear: boolean;
};

/** @property isDirect whether no other website led to the link, as far as the browser says */
export type OpenedLinkAnswer = { isDirect: boolean; page: ShowingPage | null };
