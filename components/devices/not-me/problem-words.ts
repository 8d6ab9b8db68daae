import type { NotMeProblem } from './not-me-moves';

/** What happened, and what to do next. */
export const NOT_ME_WORDS: Record<NotMeProblem, { title: string; text: string }> = {
  'no-link': { title: 'Open this page with your link', text: 'It is in the mail that told you of a new device.' },
  'unknown-link': { title: 'This link is not complete', text: 'Open it again from the mail, or call the helpdesk.' },
  'already-reported': {
    title: 'This has been reported already',
    text: 'The device is locked and the helpdesk knows. They will call you.',
  },
  over: {
    title: 'This link works no longer',
    text: 'It was valid for a week. Sign in to lock the device yourself, or call the helpdesk.',
  },
  'too-many-attempts': { title: 'Too many attempts', text: 'Wait 15 minutes and try again, or call the helpdesk.' },
  unreachable: { title: 'The server did not answer', text: 'Try again, or call the helpdesk.' },
};
