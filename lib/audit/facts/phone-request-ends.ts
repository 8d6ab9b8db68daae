/**
 * How a request to a phone ends that proves nothing, be it a sign-in or the helpdesk's question to a caller.
 * `wrong-signature` is found in stored records alone: what a phone has not signed ends nothing.
 */
export const PHONE_REQUEST_ENDS = [
  'wrong-number',
  'cancelled-on-phone',
  'not-me',
  'device-not-usable',
  'wrong-signature',
  'cancelled-on-page',
  'expired',
] as const;

export type PhoneRequestEnd = (typeof PHONE_REQUEST_ENDS)[number];
