import { defineMail, link, text, time } from './define-mail';
import { GREETED } from './greeting';

const CODE_HOLDS = { ...GREETED, code: text, validUntil: time };

const CODE_FACTS = [
  ['Code', 'code'],
  ['User ID', 'userId'],
  ['Valid until', 'validUntil'],
] as const;

export const ACCOUNT_MAILS = {
  /** To a new user's preferred address: the link by which they set their first password. */
  'account-invitation': defineMail({
    title: 'Account invitation',
    holds: { ...GREETED, passwordLink: link, validUntil: time },
    until: 'validUntil',
    subject: 'Your new account',
    paragraphs: ['account|Hello {displayName},', 'You have a new account. Open the link and choose your password.'],
    facts: [
      ['User ID', 'userId'],
      ['Valid until', 'validUntil'],
    ],
    action: { label: 'Choose a password', to: 'passwordLink' },
    closing: [
      'Nobody at the helpdesk will ever ask for this link or for your password.',
      'Not expecting this? Tell the helpdesk.',
    ],
  }),
  /** To every known address: the code for a forgotten password, asked for by somebody who is not signed in. */
  'password-code': defineMail({
    title: 'Password code',
    holds: CODE_HOLDS,
    until: 'validUntil',
    subject: 'Your code for a new password',
    paragraphs: [
      'account|Hello {displayName},',
      'Somebody, hopefully you, wants a new password for your account. Enter this code on the page that asks for it.',
    ],
    facts: CODE_FACTS,
    closing: [
      'account|Nobody at the helpdesk will ever ask for this code.',
      'Wasn’t you? You need do nothing: without this code your password stays as it is.',
    ],
  }),
  /** To the addresses that the directory has of somebody who registers. */
  'registration-code': defineMail({
    title: 'Registration code',
    holds: CODE_HOLDS,
    until: 'validUntil',
    subject: 'Your code to register',
    paragraphs: [
      'account|Hello {displayName},',
      'Somebody with your password, hopefully you, registers for your account. Enter this code on the page that asks for it.',
    ],
    facts: CODE_FACTS,
    closing: [
      'account|Nobody at the helpdesk will ever ask for this code.',
      'Wasn’t you? Change your password, and tell the helpdesk: without this code nobody gets in.',
    ],
  }),
  /** To every known address: the code by which somebody who is not signed in locks a lost phone. */
  'lost-phone-code': defineMail({
    title: 'Code for a lost phone',
    holds: CODE_HOLDS,
    until: 'validUntil',
    subject: 'Your code to lock a lost phone',
    paragraphs: [
      'account|Hello {displayName},',
      'Somebody, hopefully you, says that your phone is lost. Enter this code on the page that asks for it, and it is locked.',
    ],
    facts: CODE_FACTS,
    closing: [
      'account|Nobody at the helpdesk will ever ask for this code.',
      'Wasn’t you? You need do nothing: without this code nothing is locked.',
    ],
  }),
  /** To every known address: the code that confirms what somebody does who is signed in. */
  'confirmation-code': defineMail({
    title: 'Confirmation code',
    holds: CODE_HOLDS,
    until: 'validUntil',
    subject: 'Your confirmation code',
    paragraphs: [
      'account|Hello {displayName},',
      'To confirm that it’s you, enter this code on the page that asks for it.',
    ],
    facts: CODE_FACTS,
    closing: [
      'account|Nobody at the helpdesk will ever ask for this code.',
      'Wasn’t you? Then somebody else is signed in as you: change your password and tell the helpdesk.',
    ],
  }),
  /** To the manager on record of a caller: whether it is them. */
  'manager-asked': defineMail({
    title: 'Manager asked',
    // Name and user ID of the caller.
    holds: { displayName: text, userId: text, askedBy: text, validUntil: time, answerUrl: link },
    until: 'validUntil',
    subject: 'Did one of your people call the helpdesk?',
    paragraphs: [
      'Somebody on the phone with the helpdesk says they are {displayName}, and you are the manager on record.',
      'Ask them yourself, in person or on a number that you know. Then open the page and say whether it is them.',
    ],
    facts: [
      ['Name', 'displayName'],
      ['User ID', 'userId'],
      ['Asked by', 'askedBy'],
      ['Answer until', 'validUntil'],
    ],
    action: { label: 'Answer', to: 'answerUrl' },
    closing: ['If you do not reach them, choose “I don’t confirm”: then they get nothing on your word.'],
  }),
};
