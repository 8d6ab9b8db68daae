import type { PhoneSignInStatus } from '@/lib/accounts/phone-sign-in/follow-phone-sign-in';

/** How the phone learns of the sign-in: it reads an image, or is told. */
export type PhoneSignInWay = 'image' | 'message';

/** What the page gets when it asks for an image, or for a message to a phone. */
export type PhoneSignInStart =
  | ({ ok: true } & ShownPhoneSignIn)
  | { ok: false; code: 'too-many-attempts' | 'unreachable' | 'signed-out' };

/** What the page gets that hands a sign-in to the app in its own browser. */
export type SignInHereStart = { ok: true; link: string } | { ok: false; code: 'too-many-attempts' | 'unreachable' };

export type ShownPhoneSignIn = {
  status: PhoneSignInStatus;
  /** Two digits; empty where the phone asks for none. */
  number: string;
  /** Modules along one side with the quiet zone, and path data for each colour; null for a message. */
  image: { size: number; paths: { fill: string; path: string }[] } | null;
};
