import { words, type WordOf } from '../properties';

/**
 * How a challenge to a phone ends without proof, of a sign-in or of a caller check. `wrong-signature` occurs only in
 * stored records: an unsigned answer no longer ends a challenge.
 */
export const PHONE_REQUEST_ENDS = words('end of a request to a phone', [
  'wrong-number',
  'cancelled-on-phone',
  'not-me',
  'device-not-usable',
  'not-confirmed',
  'wrong-signature',
  'cancelled-on-page',
  'expired',
]);

export type PhoneRequestEnd = WordOf<typeof PHONE_REQUEST_ENDS>;
