import type { PlainMessage } from '../../shared/language/t';
import { NOTICED_CHANGES, type AccountNotice, type NoticedChange } from '../notices/account-notice';
import { codeOf, defineMail, inWords, link, orNull, text, time } from './define-mail';
import { GREETED } from './greeting';

/**
 * @property byHelpdesk says a lock that its user can never lift
 * @property ofSeveral says a report that names no device yet
 */
type Change = { subject: PlainMessage; text: PlainMessage; byHelpdesk?: PlainMessage; ofSeveral?: PlainMessage };

/** A change without words does not compile. */
const CHANGES = {
  'device-removed': {
    subject: 'A device was removed',
    text: 'It can never sign in as you again.',
  },
  'device-locked': {
    subject: 'A device was locked',
    text: 'It cannot sign in as you until it is unlocked.',
    byHelpdesk: 'It can’t sign in any more. Set up a new phone to continue.',
  },
  'device-unlocked': {
    subject: 'A device was unlocked',
    text: 'It can sign in as you again.',
  },
  'device-kept': {
    subject: 'A device was not removed',
    text: 'Its removal was not approved, or was given up. It can still sign in as you. Remove it again if it is to go.',
  },
  'device-restored': {
    subject: 'Your old device was brought back',
    text: 'Its replacement was undone. It can sign in as you again.',
  },
  'copy-kept': {
    subject: 'A copy of your phone is kept',
    text: 'With the passkey that was made for it and the PIN, it brings the phone back into an emptied browser, once.',
  },
  'copy-returned': {
    subject: 'Your phone was brought back from its copy',
    text: 'Whoever did it has the passkey and the PIN. The phone can sign in as you, and the copy is gone.',
  },
  'copy-tried': {
    subject: 'Somebody typed a wrong PIN for the copy of your phone',
    text: 'They have the passkey of the copy. After five wrong PINs the copy is erased.',
  },
  'copy-erased': {
    subject: 'The copy of your phone was erased',
    text: 'It can’t bring the phone back any more. The phone itself keeps working.',
  },
  'password-changed': {
    subject: 'notice|Your password was changed',
    text: 'You have been signed out in every other browser.',
  },
  'server-pin-changed': {
    subject: 'notice|Your server PIN was changed',
    text: 'You type it with your one-time passwords. You have been signed out in every other browser.',
  },
  'hardware-assigned': {
    subject: 'A hardware authenticator was assigned to you',
    text: 'Its codes can sign in as you from now on.',
  },
  'hardware-not-assigned': {
    subject: 'A hardware authenticator was not assigned to you',
    text: 'Your request was not approved, or was given up. Ask your helpdesk if you need one.',
  },
  'password-turned-off': {
    subject: 'Your password was turned off',
    text: 'It can no longer sign in as you. Your passkeys can.',
  },
  'password-turned-on': {
    subject: 'Your password was turned on again',
    text: 'It can sign in as you from now on, besides your passkeys.',
  },
  'addresses-changed': {
    subject: 'Your email addresses were changed',
    text: 'Emails go to the new addresses from now on. This one goes to the old ones as well.',
  },
  'phone-numbers-changed': {
    subject: 'Your telephone numbers were changed',
    text: 'The helpdesk calls you back on a new number only once it has been on record for a week.',
  },
  'manager-changed': {
    subject: 'Your manager on record was changed',
    text: 'A new one can confirm to the helpdesk that it is you, once a week has passed.',
  },
  'passkey-added': {
    subject: 'A passkey was added',
    text: 'It can sign in as you from now on.',
  },
  'passkey-removed': {
    subject: 'A passkey was removed',
    text: 'It can no longer sign in as you.',
  },
  'recovery-code-made': {
    subject: 'You have a new recovery code',
    text: 'With your password it activates a new device once, if you lose your phone. An earlier code no longer works.',
  },
  'recovery-code-used': {
    subject: 'Your recovery code was used',
    text: 'With the code and your password a new device is being activated. Each code works once: make a new one when the device works.',
  },
  'new-browser': {
    subject: 'New sign-in to your account',
    text: 'We have not seen this browser with your account before. Private windows and cleared cookies look new, too.',
  },
  'one-time-passwords-guessed': {
    subject: 'Somebody typed wrong codes in your name',
    text: 'Five wrong one-time passwords in a row were typed to confirm a change to your account. Whoever did it has your password, or reads your email.',
  },
  frozen: {
    subject: 'Your account was frozen',
    text: 'None of your phones signs you in any more, you are signed out everywhere, and nothing new can be activated. Only the helpdesk can undo this.',
  },
  'phone-lost': {
    subject: 'Your phone was reported lost',
    text: 'The phone is locked, and you are signed out everywhere. Whoever reported it has your password or reads your email.',
    ofSeveral:
      'You are signed out everywhere, and whoever reported it can lock your phones. They have your password or read your email.',
  },
} as const satisfies Record<NoticedChange, Change>;

/** What a case says besides: whom to call, and with what. */
const WITH_REFERENCE = 'Was it you? Call the helpdesk when you want to go on, and tell them the reference.';

const BY = {
  user: 'your account',
  helpdesk: 'the helpdesk',
  site: 'this site',
} as const satisfies Record<AccountNotice['by'], PlainMessage>;

function wordsOf({ what, by, name }: Pick<AccountNotice, 'what' | 'by' | 'name'>): PlainMessage {
  const { text: words, byHelpdesk = words, ofSeveral = words }: Change = CHANGES[what];
  if (by !== 'user') return byHelpdesk;
  return name === null ? ofSeveral : words;
}

/** All notices say the same things in the same order: what, whose, when, where from, by whom, and what to do. */
export const NOTICE_MAIL = {
  /** To every address of the user: a change of the account. */
  'account-notice': defineMail({
    title: 'Account notice',
    holds: {
      ...GREETED,
      what: codeOf(...NOTICED_CHANGES),
      // Of the device or passkey.
      name: orNull(text),
      at: time,
      browser: orNull(text),
      network: orNull(text),
      by: inWords(BY),
      reference: orNull(text),
      notMeUrl: link,
    },
    subject: ({ what }) => CHANGES[what].subject,
    paragraphs: ['Hello {displayName},', wordsOf],
    facts: [
      ['User ID', 'userId'],
      [({ what }) => (what.startsWith('passkey') ? 'Passkey' : 'Device'), 'name'],
      ['Time', 'at'],
      ['Browser', 'browser'],
      ['Network', 'network'],
      ['notice|Done by', 'by'],
      ['Reference', 'reference'],
    ],
    action: { label: 'It wasn’t me', to: 'notMeUrl' },
    closing: [
      ({ reference }) => (reference === null ? 'If this was you, you’re all set.' : WITH_REFERENCE),
      'If not, choose “It wasn’t me”: that page says how to shut a stranger out. The helpdesk can do it too.',
    ],
  }),
};
