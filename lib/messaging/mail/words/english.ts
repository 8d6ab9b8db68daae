import type { ApprovalSubject } from '../../mail-content';
import type { Fact } from '../mail-body';
import type { MailWords } from '../mail-words';

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
  footer: (site) => `Sent by the self-service site at ${site}. Please do not answer this mail.`,
  printed: ({ displayName, userId, invitationLink, validUntil }, time) => ({
    subject: 'Activate your device',
    paragraphs: [
      `Hello ${displayName},`,
      'The helpdesk has prepared a new activation for you. Scan this code with the camera of a phone, or type the address below it into a browser.',
      'The page asks for a code that was sent to you by mail.',
    ],
    facts: [
      ['User ID', userId],
      ['Valid until', time(validUntil)],
    ],
    action: { label: 'Open invitation', url: invitationLink },
    closing: [
      'Nobody at the helpdesk will ever ask for this letter, for the code or for your password.',
      'You did not ask for this? Shred the letter, and tell the helpdesk.',
    ],
  }),
  letters: {
    invitation: ({ displayName, userId, invitationLink, proof, validUntil }, time) => ({
      subject: 'Activate your device',
      paragraphs: [
        `Hello ${displayName},`,
        'The helpdesk has prepared a new activation for you. Open the link and follow the steps on the page.',
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
        'Nobody at the helpdesk will ever ask for this link, for the activation image or for your password.',
        'You did not ask for this? Do not open the link, and tell the helpdesk.',
      ],
    }),
    'invitation-letter': ({ displayName, userId, validUntil }, time) => ({
      subject: 'Please print and hand over this letter',
      paragraphs: [
        'The attached letter leads one person to a page on which they activate a device.',
        'Print it, put it into an envelope without reading it, close the envelope, and hand it to this person only. Then delete this mail.',
      ],
      facts: [
        ['For', displayName],
        ['User ID', userId],
        ['Valid until', time(validUntil)],
      ],
      action: null,
      closing: ['After that time the letter is of no use: shred it.'],
    }),
    'invitation-code': ({ displayName, userId, code, validUntil }, time) => ({
      subject: 'The code for your letter',
      paragraphs: [
        `Hello ${displayName},`,
        'A letter with a link for activating your device is on its way to you. The page behind the link asks for this code.',
      ],
      facts: [
        ['Code', code],
        ['User ID', userId],
        ['Valid until', time(validUntil)],
      ],
      action: null,
      closing: [
        'Nobody at the helpdesk will ever ask for this code.',
        'You did not ask for this? Throw the letter away, and tell the helpdesk.',
      ],
    }),
    'device-activated': ({ displayName, userId, device, at, browser, network, notMeLink }, time) => ({
      subject: 'A new device was activated',
      paragraphs: [`Hello ${displayName},`, 'A new device was activated for you and can be used to sign in.'],
      facts: [
        ['User ID', userId],
        ['Device', device],
        ['Time', time(at)],
        ['Browser', browser],
        ['Network', network ?? 'not known'],
      ],
      action: { label: 'It wasn’t me', url: notMeLink },
      closing: [
        'Was it you? Then there is nothing to do.',
        '“It wasn’t me” locks the new device, ends all your sessions and tells the helpdesk.',
      ],
    }),
    'device-retiring': ({ displayName, userId, device, newDevice, undoUntil, undoUrl }, time) => ({
      subject: 'Your old device was retired',
      paragraphs: [
        `Hello ${displayName},`,
        'Your new device has passed its test login. The old one no longer works, and will be removed.',
      ],
      facts: [
        ['User ID', userId],
        ['Old device', device],
        ['New device', newDevice],
        ['Can be undone until', time(undoUntil)],
      ],
      action: { label: 'It wasn’t me', url: undoUrl },
      closing: [
        'To keep the old device, press the button before that time and sign in.',
        'Was this not you? Press “It wasn’t me” in the mail that told you of the new device, or call the helpdesk.',
      ],
    }),
    'device-replaced': ({ displayName, userId, device, newDevice, at }, time) => ({
      subject: 'Your old device was removed',
      paragraphs: [`Hello ${displayName},`, 'Your new device has taken the place of the old one for good.'],
      facts: [
        ['User ID', userId],
        ['Old device', device],
        ['New device', newDevice],
        ['Time', time(at)],
      ],
      action: null,
      closing: ['Was this not you? Tell the helpdesk.'],
    }),
    'approval-requested': (content, time) => ({
      subject: 'A request waits for your approval',
      paragraphs: ['A member of the helpdesk asks a second person to approve this request.'],
      facts: [...request(content), ['Asked by', content.requestedBy], ['Ends', time(content.validUntil)]],
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
      action: { label: 'Open user page', url: content.userUrl },
      closing: [],
    }),
    'not-me-reported': ({ userId, device, at, browser, network, userUrl }, time) => ({
      subject: 'Reported: “It wasn’t me”',
      paragraphs: [
        'Somebody has reported that a device was not activated by its user. The device was locked, and all sessions of the user were ended.',
      ],
      facts: [
        ['User ID', userId],
        ['Device', device],
        ['Time of the report', time(at)],
        ['Browser', browser],
        ['Network', network ?? 'not known'],
      ],
      action: { label: 'Open user page', url: userUrl },
      closing: ['Call the user on a number that you know.'],
    }),
  },
};
