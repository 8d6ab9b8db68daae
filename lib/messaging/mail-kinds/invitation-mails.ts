import { codeOf, defineEnglishMail, defineMail, link, text, time } from './define-mail';
import { GREETED } from './greeting';

/** The letter with an invitation's link, and a code that is typed instead of it. */
const LETTER_HOLDS = { ...GREETED, invitationLink: link, code: text, codeUrl: link, validUntil: time };

/** What is printed, in its reader's language; `lib/messaging/mail` adds the picture and the code. */
export const LETTER = defineMail({
  title: 'Invitation letter',
  holds: LETTER_HOLDS,
  subject: 'Activate your device',
  paragraphs: [
    'Hello {displayName},',
    'The helpdesk has prepared a new activation for you. You need this letter and the code from the email we sent you.',
  ],
  facts: [
    ['User ID', 'userId'],
    ['Valid until', 'validUntil'],
  ],
  closing: [
    'Nobody at the helpdesk will ever ask for this letter, for its code or for your password.',
    'Didn’t ask for this? Shred the letter and tell the helpdesk.',
  ],
});

export const INVITATION_MAILS = {
  /** To the user: the link of an invitation, and how its page will check their identity. `site` is its host. */
  invitation: defineMail({
    title: 'Invitation',
    holds: { ...GREETED, invitationLink: link, proof: codeOf('password', 'read-out'), site: text, validUntil: time },
    until: 'validUntil',
    subject: 'Activate your device',
    paragraphs: [
      'Hello {displayName},',
      'The helpdesk has prepared a new activation for you. Open its page and follow the steps.',
      ({ proof }) =>
        proof === 'password'
          ? 'On {site} you’ll sign in with your password.'
          : 'Stay on the phone with the helpdesk: the page shows a code for you to read out to them.',
    ],
    facts: [
      ['User ID', 'userId'],
      ['Valid until', 'validUntil'],
    ],
    action: { label: 'button|Open invitation', to: 'invitationLink' },
    closing: [
      'Nobody at the helpdesk will ever ask for this email, for the activation image or for your password.',
      'Didn’t ask for this? Don’t open the page, and tell the helpdesk.',
    ],
  }),
  /** To the printer, with the letter. In English, the site's default: whoever prints need not know its reader's language. */
  'invitation-letter': defineEnglishMail({
    title: 'Invitation letter',
    holds: LETTER_HOLDS,
    until: 'validUntil',
    subject: 'Please print and hand over this letter',
    paragraphs: [
      'The attached letter leads one person to a page where they activate a device.',
      'Print it, put it into an envelope without reading it, seal the envelope, and send or hand it to this person only. Then delete this email.',
    ],
    facts: [
      ['For', 'displayName'],
      ['User ID', 'userId'],
      ['Valid until', 'validUntil'],
    ],
    closing: ['The letter is useless after that. If it is still here, shred it.'],
  }),
  /** To the user: the code of an invitation whose link comes by letter. */
  'invitation-code': defineMail({
    title: 'Invitation code',
    holds: { ...GREETED, code: text, validUntil: time },
    until: 'validUntil',
    subject: 'The code for your letter',
    paragraphs: [
      'Hello {displayName},',
      'A letter is on its way to you. Keep this code until it arrives: the page that the letter leads to asks for it.',
    ],
    facts: [
      ['Code', 'code'],
      ['User ID', 'userId'],
      ['Valid until', 'validUntil'],
    ],
    closing: [
      'Nobody at the helpdesk will ever ask for this code.',
      'Didn’t ask for this? Throw the letter away and tell the helpdesk.',
    ],
  }),
};
