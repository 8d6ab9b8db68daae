import type { Message } from '@/lib/shared/language/t';
import type { InvitationRefusal } from './invitation-moves';

/** What happened, and what to do next. */
export const INVITATION_WORDS = {
  'no-link': {
    title: 'Open this page with your link',
    text: 'It is in the email or letter that the helpdesk sent you.',
  },
  'unknown-link': {
    title: 'This link is not complete',
    text: 'Open it again from the email, or scan the letter again. If that doesn’t help, call the helpdesk.',
  },
  'wrong-user': {
    title: 'This invitation is for somebody else',
    text: 'You’re signed in, and this invitation is for another account. If that account is yours too, sign out and open the link again.',
  },
  'already-opened': {
    title: 'This invitation has been opened already',
    text: 'It works in one browser only. Continue in that one. If it wasn’t you, call the helpdesk now.',
  },
  used: {
    title: 'This invitation has been used',
    text: 'A device was activated with it. If that wasn’t you, call the helpdesk now.',
  },
  expired: { title: 'This invitation has expired', text: 'Call the helpdesk for a new one.' },
  revoked: {
    title: 'This invitation was cancelled',
    text: 'Call the helpdesk for a new one.',
  },
  'too-many-attempts': { title: 'Too many attempts', text: 'Wait 15 minutes, then try again.' },
  'too-busy': {
    title: 'Too many people are signing in right now',
    text: 'Wait a moment and try again.',
  },
  'proof-missing': { title: 'Something is missing', text: 'Enter the code or your password.' },
  'wrong-code': {
    title: 'That code is not right',
    text: 'Check it and try again. After five wrong codes the invitation ends.',
  },
  'wrong-password': { title: 'That password is not right', text: 'Try again.' },
  'not-let-in': { title: 'That did not work', text: 'Open the link again. If that doesn’t help, call the helpdesk.' },
  unavailable: { title: 'This is not possible at the moment', text: 'Try again in a minute.' },
  unreachable: { title: 'The server did not answer', text: 'Check your connection and try again.' },
} as const satisfies Record<InvitationRefusal, { title: Message; text: Message }>;
