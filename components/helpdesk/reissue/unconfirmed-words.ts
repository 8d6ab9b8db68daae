import type { PhoneRefusal } from '@/lib/accounts/phone-sign-in/phone-challenge-gateway';

const WORDS: Record<PhoneRefusal, string> = {
  'wrong-number': 'The caller typed another number. That proves nothing.',
  'cancelled-on-phone': 'The caller turned it down on the phone. That proves nothing.',
  'not-me':
    'Whoever holds the phone says that it is not they who call. Do not go on with this call, and tell your security team.',
  'device-not-usable': 'The device that answered is locked or removed. That proves nothing.',
};

/** Why a caller's phone has proved nothing, and what to do next. @param reason null when no phone has answered */
export function unconfirmedWords(reason: PhoneRefusal | null): string {
  if (reason !== null) return WORDS[reason];
  return 'No phone has answered within a minute. The caller has to open the authenticator app, and needs notifications on for this account.';
}
