/* How the texts begin that this app reads; nothing else that a phone scans begins like one of these. */

/** An activation: version and message type (OneSpan §1.1). */
export const ACTIVATION_PREFIX = '01;01;';
/** A sign-in page's image; see `login-code.ts`. */
export const LOGIN_PREFIX = '01;90;';
/** The first image of an offline activation; see `offline-message.ts`. */
const OFFLINE_PREFIX = 'F1';

/** Whether a text begins as one of the two images of an offline activation does. */
export function beginsOfflineMessage(text: string): boolean {
  return /^F[12]/.test(text);
}

/**
 * Only what begins an activation is judged by its seal; looking for colours in others would cost time. The second image of
 * an offline activation is encrypted for this phone, which proves more.
 */
export function mayCarrySeal(text: string): boolean {
  return text.startsWith(ACTIVATION_PREFIX) || text.startsWith(OFFLINE_PREFIX);
}
