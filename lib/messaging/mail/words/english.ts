import type { ApprovalSubject } from '../../mail-content';
import type { Fact } from '../mail-body';
import type { MailWords } from '../mail-words';
import { ENGLISH_NOTICES } from './notices/english-notices';
import { writeNotice } from './notices/write-notice';
import { ENGLISH_ACCOUNTS } from './accounts/english-accounts';
import { ENGLISH_SERVICES } from './services/english-services';

const REASONS: Record<ApprovalSubject['reason'], string> = {
  lost: 'Device lost',
  stolen: 'Device stolen',
  'new-phone': 'New phone',
  failed: 'Activation failed',
  expired: 'Activation expired',
  other: 'Other',
};

const ACTIONS: Record<ApprovalSubject['action'], string> = {
  invitation: 'Invitation to activate a device',
  removal: 'Removal of a device',
  lift: 'Unfreezing of an account',
};

function request({ action, userId, reason }: ApprovalSubject): Fact[] {
  return [
    ['Request', ACTIONS[action]],
    ['User ID', userId],
    ['Reason', REASONS[reason]],
  ];
}

export const ENGLISH: MailWords = {
  linkHint: 'If the button does not work, copy this address into your browser:',
  typeHint: 'This email contains no links. Type the address into your browser.',
  help: 'Need help?',
  colon: ': ',
  footer: (site) => `Sent by the self-service site at ${site}. Please don’t reply.`,
  printed: ({ displayName, userId, invitationLink, code, codeUrl, validUntil }, time) => ({
    subject: 'Activate your device',
    paragraphs: [
      `Hello ${displayName},`,
      'The helpdesk has prepared a new activation for you. You need this letter and the code from the email we sent you.',
    ],
    scan: { hint: 'Scan this with your phone’s camera', url: invitationLink },
    type: { hint: 'or open this page and enter the code', address: codeUrl, code },
    help: 'Need help?',
    facts: [
      ['User ID', userId],
      ['Valid until', time(validUntil)],
    ],
    closing: [
      'Nobody at the helpdesk will ever ask for this letter, for its code or for your password.',
      'Didn’t ask for this? Shred the letter and tell the helpdesk.',
    ],
  }),
  letters: {
    ...ENGLISH_ACCOUNTS,
    ...ENGLISH_SERVICES,
    invitation: ({ displayName, userId, invitationLink, proof, validUntil }, time) => ({
      subject: 'Activate your device',
      paragraphs: [
        `Hello ${displayName},`,
        'The helpdesk has prepared a new activation for you. Open its page and follow the steps.',
        proof === 'password'
          ? 'The page asks for your password.'
          : 'Stay on the phone with the helpdesk: the page shows a code for you to read out to them.',
      ],
      facts: [
        ['User ID', userId],
        ['Valid until', time(validUntil)],
      ],
      action: { label: 'Open invitation', url: invitationLink },
      closing: [
        'Nobody at the helpdesk will ever ask for this email, for the activation image or for your password.',
        'Didn’t ask for this? Don’t open the page, and tell the helpdesk.',
      ],
    }),
    'invitation-code': ({ displayName, userId, code, validUntil }, time) => ({
      subject: 'The code for your letter',
      paragraphs: [
        `Hello ${displayName},`,
        'A letter is on its way to you. Keep this code until it arrives: the page that the letter leads to asks for it.',
      ],
      facts: [
        ['Code', code],
        ['User ID', userId],
        ['Valid until', time(validUntil)],
      ],
      action: null,
      closing: [
        'Nobody at the helpdesk will ever ask for this code.',
        'Didn’t ask for this? Throw the letter away and tell the helpdesk.',
      ],
    }),
    'device-activated': ({ displayName, userId, device, at, browser, network, notMeLink }, time) => ({
      subject: 'A new device was activated',
      paragraphs: [`Hello ${displayName},`, 'A new device can now sign in as you.'],
      facts: [
        ['User ID', userId],
        ['Device', device],
        ['Time', time(at)],
        ['Browser', browser],
        ['Network', network ?? 'unknown'],
      ],
      action: { label: 'It wasn’t me', url: notMeLink },
      closing: [
        'Was it you? Then there is nothing to do.',
        'If it wasn’t, choose “It wasn’t me”: it locks the new device, signs you out everywhere and tells the helpdesk.',
      ],
    }),
    'device-retiring': ({ displayName, userId, device, newDevice, undoUntil, undoUrl, notMeLink }, time) => ({
      subject: 'Your old device was retired',
      paragraphs: [`Hello ${displayName},`, 'Your new device works. Your old one is locked and will be removed.'],
      facts: [
        ['User ID', userId],
        ['Old device', device],
        ['New device', newDevice],
        ['Will be removed', time(undoUntil)],
      ],
      action: { label: 'Keep my old device', url: undoUrl },
      otherAction: { label: 'It wasn’t me', url: notMeLink },
      closing: [
        'Still need the old device? Keep it before that time. You’ll be asked to sign in.',
        'Didn’t replace a device? Choose “It wasn’t me”: it locks the new device, signs you out everywhere and tells the helpdesk.',
      ],
    }),
    'device-replaced': ({ displayName, userId, device, newDevice, at }, time) => ({
      subject: 'Your old device was removed',
      paragraphs: [`Hello ${displayName},`, 'Your new device has replaced the old one for good.'],
      facts: [
        ['User ID', userId],
        ['Old device', device],
        ['New device', newDevice],
        ['Time', time(at)],
      ],
      action: null,
      closing: ['Wasn’t you? Tell the helpdesk.'],
    }),
    'account-notice': writeNotice(ENGLISH_NOTICES),
    'approval-requested': (content, time) => ({
      subject: 'A request is waiting for your approval',
      paragraphs: ['A helpdesk agent needs a second person to approve this request.'],
      facts: [...request(content), ['Requested by', content.requestedBy], ['Expires', time(content.validUntil)]],
      action: { label: 'Open approvals', url: content.queueUrl },
      closing: [],
    }),
    'break-glass-used': (content, time) => ({
      subject: 'Alarm: an approval was bypassed',
      paragraphs: ['A request that needs a second person was carried out without one. Please look into it now.'],
      facts: [
        ...request(content),
        ['Done by', content.usedBy],
        ['Justification', content.justification],
        ['Time', time(content.at)],
      ],
      action: { label: 'Open alarms', url: content.alarmUrl },
      closing: [],
    }),
    'not-me-reported': ({ userId, device, at, browser, network, alarmUrl }, time) => ({
      subject: 'Reported: “It wasn’t me”',
      paragraphs: [
        'A user reports that they did not activate this device. It is locked, and the user is signed out everywhere.',
      ],
      facts: [
        ['User ID', userId],
        ['Device', device],
        ['Reported', time(at)],
        ['Browser', browser],
        ['Network', network ?? 'unknown'],
      ],
      action: { label: 'Open alarms', url: alarmUrl },
      closing: ['Call the user on a number you have on file.'],
    }),
  },
};
