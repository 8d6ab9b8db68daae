import type { PlainMessage } from '../../shared/language/t';
import { defineMail, inWords, link, orNull, text, time } from './define-mail';
import { GREETED, TRACE } from './greeting';

const CASE_SUBJECTS = {
  'lost-phone': 'A phone was reported lost',
  frozen: 'The account was frozen',
} as const satisfies Record<string, PlainMessage>;

const OPEN_ALARMS = { label: 'Open alarms', to: 'alarmUrl' } as const;

export const DEVICE_MAILS = {
  /** To every address of the user. */
  'device-activated': defineMail({
    title: 'Device activated',
    holds: { ...GREETED, ...TRACE, device: text, at: time, usableFrom: orNull(time), notMeLink: link },
    subject: 'A new device was activated',
    paragraphs: [
      'Hello {displayName},',
      ({ usableFrom }) =>
        usableFrom ? 'A new device can sign in as you from {usableFrom}.' : 'A new device can now sign in as you.',
    ],
    facts: [
      ['User ID', 'userId'],
      ['Device', 'device'],
      ['Time', 'at'],
      ['Browser', 'browser'],
      ['Network', 'network', 'unknown'],
    ],
    action: { label: 'It wasn’t me', to: 'notMeLink' },
    closing: [
      'If this was you, you’re all set.',
      'If it wasn’t, choose “It wasn’t me”: it locks the new device, signs you out everywhere and tells the helpdesk.',
    ],
  }),
  /** The new device has passed a test login; the old one is locked, and can be restored until then. */
  'device-retiring': defineMail({
    title: 'Device retiring',
    holds: { ...GREETED, device: text, newDevice: text, undoUntil: time, undoUrl: link, notMeLink: link },
    until: 'undoUntil',
    subject: 'Your old device was retired',
    paragraphs: ['Hello {displayName},', 'Your new device works. Your old one is locked and will be removed.'],
    facts: [
      ['User ID', 'userId'],
      ['Old device', 'device'],
      ['New device', 'newDevice'],
      ['Will be removed', 'undoUntil'],
    ],
    action: { label: 'Keep my old device', to: 'undoUrl' },
    otherAction: { label: 'It wasn’t me', to: 'notMeLink' },
    closing: [
      'Still need the old device? Keep it before that time. You’ll be asked to sign in.',
      'Didn’t replace a device? Choose “It wasn’t me”: it locks the new device, signs you out everywhere and tells the helpdesk.',
    ],
  }),
  /** The old device has been removed for good. */
  'device-replaced': defineMail({
    title: 'Device replaced',
    holds: { ...GREETED, device: text, newDevice: text, at: time },
    subject: 'Your old device was removed',
    paragraphs: ['Hello {displayName},', 'Your new device has replaced the old one for good.'],
    facts: [
      ['User ID', 'userId'],
      ['Old device', 'device'],
      ['New device', 'newDevice'],
      ['Time', 'at'],
    ],
    closing: ['Wasn’t you? Tell the helpdesk.'],
  }),
  /** To the helpdesk: the user has pressed "It wasn't me". */
  'not-me-reported': defineMail({
    title: 'Not me reported',
    holds: { ...TRACE, userId: text, device: text, at: time, alarmUrl: link },
    subject: 'Reported: “It wasn’t me”',
    paragraphs: [
      'A user reports that they did not activate this device. It is locked, and the user is signed out everywhere.',
    ],
    facts: [
      ['User ID', 'userId'],
      ['Device', 'device'],
      ['Reported', 'at'],
      ['Browser', 'browser'],
      ['Network', 'network', 'unknown'],
    ],
    action: OPEN_ALARMS,
    closing: ['Call the user on a number you have on file.'],
  }),
  /** To the helpdesk: the user says that they have not asked for the invitation that an agent requested after a call. */
  'reissue-disowned': defineMail({
    title: 'Invitation disowned',
    holds: { userId: text, requestedBy: text, ticket: text, at: time, alarmUrl: link },
    subject: 'Reported: “It wasn’t me”',
    paragraphs: [
      'A user reports that they did not ask for a new activation. Whoever requested it said that they had called the user back. The invitation is revoked.',
    ],
    facts: [
      ['User ID', 'userId'],
      ['Requested by', 'requestedBy'],
      ['Ticket', 'ticket'],
      ['Reported', 'at'],
    ],
    action: OPEN_ALARMS,
    closing: ['Call the user on a number you have on file.', 'Have somebody else than the requester look into it.'],
  }),
  /** To the helpdesk: the user says that it was not them who reported a phone lost, or froze the account. */
  'case-disputed': defineMail({
    title: 'Case disputed',
    holds: { ...TRACE, userId: text, about: inWords(CASE_SUBJECTS), reference: text, at: time, alarmUrl: link },
    subject: 'Reported: “It wasn’t me”',
    paragraphs: [
      'A user reports that somebody else did this in their name. What is locked stays locked until you have checked who is who.',
    ],
    facts: [
      ['User ID', 'userId'],
      ['What happened', 'about'],
      ['Reference', 'reference'],
      ['Reported', 'at'],
      ['Browser', 'browser'],
      ['Network', 'network', 'unknown'],
    ],
    action: OPEN_ALARMS,
    closing: ['Call the user on a number you have on file.'],
  }),
};
