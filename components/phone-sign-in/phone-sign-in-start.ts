import type { PhoneSignInStatus } from '@/lib/access/phone-sign-in-status';

/** What the page gets when it asks for an image. */
export type PhoneSignInStart =
  ({ ok: true } & ShownPhoneSignIn) | { ok: false; code: 'too-many-attempts' | 'unreachable' };

export type ShownPhoneSignIn = {
  status: PhoneSignInStatus;
  /** Two digits. */
  number: string;
  /** Modules along one side with the quiet zone, and path data for each colour. */
  image: { size: number; paths: { fill: string; path: string }[] };
};
