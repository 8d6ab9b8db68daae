import type { PhoneSignInStatus } from '@/lib/access/phone-sign-in-status';

/** What the page gets when it asks for an image. */
export type PhoneSignInStart =
  ({ ok: true } & ShownPhoneSignIn) | { ok: false; code: 'too-many-attempts' | 'unreachable' };

export type ShownPhoneSignIn = {
  status: PhoneSignInStatus;
  /** Two digits. */
  number: string;
  /** Path data of the image's dark modules, and modules along one side with the quiet zone. */
  image: { size: number; path: string };
};
