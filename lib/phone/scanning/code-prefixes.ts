import { isImageLink } from '../../shared/codes/app-link';

/*
 * The prefixes of this app's codes. Kept apart from `classify-code.ts`, so that the scanner's worker does not load the
 * protocol.
 */

/** An activation: version and message type (OneSpan §1.1). */
const ACTIVATION_PREFIX = '01;01;';

/** A sign-in page's image; see `login-code.ts`. */
export const LOGIN_PREFIX = '01;90;';

/** The first image of an offline activation; see `offline-message.ts`. */
const OFFLINE_PREFIX = 'F1';

/** Whether a text begins like the first or second image of an offline activation. */
export function beginsOfflineMessage(text: string): boolean {
  return /^F[12]/.test(text);
}

/** Whether a text begins like an activation's: a link that any camera opens, or the payload alone. */
export function beginsActivation(text: string): boolean {
  return text.startsWith(ACTIVATION_PREFIX) || isImageLink(text);
}

/**
 * Whether an image of this text may carry an image signature. An activation's first image does, and a sign-in's; looking for
 * colours in others would cost time. The second image of an offline activation is encrypted for this phone, which proves more.
 */
export function mayCarrySignature(text: string): boolean {
  return beginsActivation(text) || text.startsWith(LOGIN_PREFIX) || text.startsWith(OFFLINE_PREFIX);
}
