import { isImageLink } from '../../shared/codes/app-link';
import { readLoginLink } from '../../shared/codes/login-code';

/*
 * The prefixes of this app's codes. Kept apart from `classify-code.ts`, so that the scanner's worker does not load the
 * protocol.
 */

/** An activation: version and message type (OneSpan §1.1). */
const ACTIVATION_PREFIX = '01;01;';

/** A sign-in image that is no link; see `login-code.ts`. */
const LOGIN_PREFIX = '01;90;';

/** The first image of an offline activation; see `offline-message.ts`. */
const OFFLINE_PREFIX = 'F1';

/** Whether a text begins like the first or second image of an offline activation. */
export function beginsOfflineMessage(text: string): boolean {
  return /^F[12]/.test(text);
}

/** Whether a text is a sign-in image's: a link that any camera opens or its fragment, or begins like the code alone. */
export function beginsLogin(text: string): boolean {
  return text.startsWith(LOGIN_PREFIX) || readLoginLink(text) !== null;
}

/** Whether a text begins like an activation's: a link that any camera opens, or the payload alone. */
export function beginsActivation(text: string): boolean {
  return text.startsWith(ACTIVATION_PREFIX) || (isImageLink(text) && !beginsLogin(text));
}

/**
 * Whether an image of this text may carry an image signature. An activation's first image does, and a sign-in's; looking for
 * colours in others would cost time. The second image of an offline activation is encrypted for this phone, which proves more.
 */
export function mayCarrySignature(text: string): boolean {
  return beginsActivation(text) || beginsLogin(text) || text.startsWith(OFFLINE_PREFIX);
}
