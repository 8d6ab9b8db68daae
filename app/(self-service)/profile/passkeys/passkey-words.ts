import { refusalWords, type RefusalCode } from '@/components/site/forms/refusal-words';
import { TROUBLE_WORDS } from '@/components/site/passkeys/trouble-words';
import { t, type Message } from '@/lib/shared/language/t';

/** Sentences for refusals about passkeys, apart from everybody's: other pages do without them. */
const WORDS = {
  ...TROUBLE_WORDS,
  'not-offered': 'Passkeys don’t work at this site’s address.',
  'too-many-passkeys': 'You have 20 passkeys. Remove one that you no longer use, then try again.',
  'passkey-name-invalid': 'Use 1 to 64 characters, on one line.',
  'passkey-refused': 'That passkey didn’t work. Try again.',
  'last-passkey': 'Your password is off, so this is your only way to sign in. Set a password first.',
  'too-few-passkeys': 'Add a second passkey first: one may get lost.',
  'password-not-off': 'Your password is on already. Load the page again.',
} as const satisfies Record<string, Message>;

export type PasskeyFormCode = RefusalCode | keyof typeof WORDS;

export function passkeyWords(code: PasskeyFormCode): string {
  return isAboutPasskeys(code) ? t(WORDS[code]) : refusalWords(code);
}

function isAboutPasskeys(code: PasskeyFormCode): code is keyof typeof WORDS {
  return code in WORDS;
}
