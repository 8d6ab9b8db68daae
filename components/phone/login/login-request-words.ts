import type { LoginPurpose } from '@/lib/crypto/messages/login-request-message';

type Words = {
  title: string;
  lead: string;
  /** What stands before who asks. */
  asker: string;
  question: string;
  submitName: string;
  warning: string;
};

/** What the phone says of a request, and where the right number is to come from. */
export const LOGIN_REQUEST_WORDS: Record<LoginPurpose, Words> = {
  'sign-in': {
    title: 'Is this your sign-in?',
    lead: 'Go on only if you have just opened the sign-in page yourself, at this address.',
    asker: 'Browser',
    question: 'Type the number on the sign-in page',
    submitName: 'Sign in',
    warning: 'Never type a number that somebody tells or sends you.',
  },
  'caller-check': {
    title: 'Are you calling the helpdesk?',
    lead: 'The helpdesk asks whether it is you on the telephone. Nobody is signed in by it. Go on only if you called the helpdesk yourself, at a number that you know.',
    asker: 'Asked by',
    question: 'Type the number that the helpdesk tells you',
    submitName: 'Confirm',
    warning: 'Did somebody call you unasked, or are you not on the telephone? Then press “That wasn’t me”.',
  },
};
