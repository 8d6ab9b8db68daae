import type { Route } from 'next';
import type { ShownImage } from '@/components/ui/code-image';
import type { PhoneCapabilities } from '@/lib/accounts/phone-sign-in/phone-challenge-gateway';
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
  /** Null for a message. */
  image: ShownImage | null;
  /** What may be typed on the phone in place of the image; null where nothing is. */
  typedKey: string | null;
};

/** How the gateway's phones are asked, as the page needs it. @property isForAnyone whether an image names nobody */
export type PhoneWays = Pick<PhoneCapabilities, 'image' | 'push' | 'wantsPassword' | 'showsAsker' | 'timeLimitMs'> & {
  /** Where a device's code is typed; null where none is taken. */
  responsePath: Route | null;
  isForAnyone: boolean;
};

/** Who is asked, as typed; empty where it is known. */
export type TypedPerson = { userId: string; password: string };

export const NOBODY_TYPED: TypedPerson = { userId: '', password: '' };
