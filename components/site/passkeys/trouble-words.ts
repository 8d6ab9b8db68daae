import type { Message } from '@/lib/shared/language/t';
import type { PasskeyTrouble } from './ask-passkey';

export const TROUBLE_WORDS = {
  'given-up': 'No passkey was used. Try again, or choose another way.',
  elsewhere: 'Passkeys don’t work at this address. Open the site at its own address and try again.',
  'not-supported': 'This browser has no passkeys. Choose another way, or use another browser.',
  'already-there': 'This device has a passkey for your account already.',
  'too-many-attempts': 'Too many attempts. Wait 15 minutes, then try again.',
  'page-too-old': 'This site was updated after you opened the page. Load the page again, then try again.',
  unreachable: 'The site did not answer. Check your connection, then try again.',
} as const satisfies Record<PasskeyTrouble, Message>;
