import type { Role } from '../../accounts/users/role';
import type { Message, PlainMessage } from '../../shared/language/t';
import { defineMail, inWords, link, orNull, text, time } from './define-mail';

/** Why a user gets a new activation, as mails and webhooks name it. */
export type ReissueReason = keyof typeof REASONS;

const REASONS = {
  lost: 'Device lost',
  stolen: 'Device stolen',
  'new-phone': 'New phone',
  failed: 'Activation failed',
  expired: 'Activation expired',
  other: 'reason|Other',
} as const satisfies Record<string, PlainMessage>;

const ACTIONS = {
  invitation: 'Invitation to activate a device',
  removal: 'Removal of a device',
  lift: 'Unfreezing of an account',
} as const satisfies Record<string, PlainMessage>;

/** What a second member of staff is asked to approve. */
export type ApprovalSubject = { action: keyof typeof ACTIONS; userId: string; reason: ReissueReason };

const SUBJECT_HOLDS = {
  action: inWords(ACTIONS),
  person: text,
  userId: text,
  device: orNull(text),
  reason: inWords(REASONS),
};

const SUBJECT_FACTS = [
  ['noun|Request', 'action'],
  ['Name', 'person'],
  ['User ID', 'userId'],
  ['Device', 'device'],
  ['Reason', 'reason'],
] as const;

const ASKED = {
  invitation: 'Please decide: a new activation for {person}',
  removal: 'Please decide: removal of {device} of {person}',
  lift: 'Please decide: unfreezing the account of {person}',
} as const satisfies Record<keyof typeof ACTIONS, Message>;

const ROLES = {
  user: 'User',
  'helpdesk-agent': 'Helpdesk agent',
  'break-glass': 'role|May skip approvals',
  'helpdesk-approver': 'Approver',
  auditor: 'Auditor',
  administrator: 'Administrator',
} as const satisfies Record<Role, PlainMessage>;

/** What a second person is asked to agree to, though one could do it alone. */
const CHANGES = {
  disable: 'Disable the account',
  remove: 'Delete the account for good',
  'take-role': 'Take a role away',
  'lock-device': 'Lock a device',
  'unlock-device': 'Unlock a device that a system locked',
} as const satisfies Record<string, PlainMessage>;

const OPEN_APPROVALS = { label: 'Open approvals', to: 'queueUrl' } as const;

export const APPROVAL_MAILS = {
  /** To an approver. */
  'approval-requested': defineMail({
    title: 'Approval requested',
    holds: { ...SUBJECT_HOLDS, requestedBy: text, validUntil: time, queueUrl: link },
    until: 'validUntil',
    subject: ({ action }) => ASKED[action],
    paragraphs: ['A helpdesk agent needs a second person to approve this request.'],
    facts: [...SUBJECT_FACTS, ['approval|Requested by', 'requestedBy'], ['approval|Expires', 'validUntil']],
    action: OPEN_APPROVALS,
  }),
  /** An alarm, to approvers and administrators. */
  'break-glass-used': defineMail({
    title: 'Break glass used',
    holds: { ...SUBJECT_HOLDS, usedBy: text, justification: text, at: time, alarmUrl: link },
    subject: 'Alarm: an approval was bypassed',
    paragraphs: ['A request that needs a second person was carried out without one. Please look into it now.'],
    facts: [...SUBJECT_FACTS, ['approval|Done by', 'usedBy'], ['Justification', 'justification'], ['Time', 'at']],
    action: { label: 'Open alarms', to: 'alarmUrl' },
  }),
  /** To whoever may agree: somebody is to get a role of the staff. */
  'role-requested': defineMail({
    title: 'Role requested',
    holds: { person: text, userId: text, role: inWords(ROLES), requestedBy: text, validUntil: time, queueUrl: link },
    until: 'validUntil',
    subject: 'Please decide: a role for {person}',
    paragraphs: ['Somebody is to get a role of the staff. A second person has to agree.'],
    facts: [
      ['Name', 'person'],
      ['User ID', 'userId'],
      ['Role', 'role'],
      ['request|Requested by', 'requestedBy'],
      ['Expires', 'validUntil'],
    ],
    action: OPEN_APPROVALS,
  }),
  /** To whoever may agree: an account or a device of somebody is to be changed. */
  'change-requested': defineMail({
    title: 'Change requested',
    holds: {
      change: inWords(CHANGES),
      person: text,
      userId: text,
      role: orNull(inWords(ROLES)),
      device: orNull(text),
      requestedBy: text,
      validUntil: time,
      queueUrl: link,
    },
    until: 'validUntil',
    subject: 'Please decide: a change for {person}',
    paragraphs: ['A system or a colleague asks for a change. A second person has to agree.'],
    facts: [
      ['What', 'change'],
      ['Name', 'person'],
      ['User ID', 'userId'],
      ['Role', 'role'],
      ['Device', 'device'],
      ['request|Requested by', 'requestedBy'],
      ['Expires', 'validUntil'],
    ],
    action: OPEN_APPROVALS,
  }),
};
