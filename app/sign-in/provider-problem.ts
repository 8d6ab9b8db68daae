import { t, type Message } from '@/lib/shared/language/t';

const UNAVAILABLE = '{name} does not answer at the moment. Try again in a minute, or sign in another way.';

/** Keyed by the code in the address: ours, and next-auth's for a provider that could not be asked. */
const WORDS = {
  'provider-refused': '{name} did not sign you in. Try again, or sign in another way.',
  'provider-not-verified':
    'The answer from {name} was not one to this browser’s question, or came too late. Try again.',
  'provider-unknown-user':
    'You signed in with {name}, but there is no account here that this opens. Ask your helpdesk.',
  'provider-no-user-id':
    '{name} knows you, but did not send a user ID that this site can use. Ask your helpdesk to set it there: one word, without spaces.',
  'provider-other-account':
    'At {name} you are somebody else than here. Sign out here first, or sign in there with your own account.',
  'provider-not-fresh': 'Your sign-in with {name} is too old for this. Sign in there again.',
  'provider-unavailable': UNAVAILABLE,
  OAuthSignin: UNAVAILABLE,
  'account-frozen': 'This account is frozen, so nobody can sign in. To unfreeze it, call your helpdesk.',
  'too-many-attempts': 'Too many attempts. Wait 15 minutes, then try again, or ask your helpdesk.',
  unavailable: 'Sign-in is not possible at the moment. Try again in a minute.',
} as const satisfies Record<string, Message>;

/**
 * Why a sign-in with the provider opened nothing, in words.
 * @param code of the address, which anybody can write
 * @returns null if there is nothing to say
 */
export function providerProblem(code: string | string[] | undefined, name: string): string | null {
  return isKnown(code) ? t(WORDS[code], { name }) : null;
}

function isKnown(code: string | string[] | undefined): code is keyof typeof WORDS {
  return typeof code === 'string' && Object.hasOwn(WORDS, code);
}
