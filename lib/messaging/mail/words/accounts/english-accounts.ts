import type { ChangeAsked, SystemBudget } from '../../../mail-content';
import type { Role } from '../../../../accounts/users/role';
import type { AccountLetters } from '../../mail-words';

const ROLES: Record<Role, string> = {
  user: 'User',
  'helpdesk-agent': 'Helpdesk agent',
  'break-glass': 'May skip approvals',
  'helpdesk-approver': 'Approver',
  auditor: 'Auditor',
  administrator: 'Administrator',
};

const CHANGES: Record<ChangeAsked, string> = {
  disable: 'Disable the account',
  remove: 'Delete the account for good',
  'take-role': 'Take a role away',
  'lock-device': 'Lock a device',
  'unlock-device': 'Unlock a device that a system locked',
};

const BUDGETS: Record<SystemBudget, string> = {
  'account-changes': 'Changes of accounts',
  'new-accounts': 'New accounts',
  'device-locks': 'Locks of devices',
  requests: 'Requests to a second person',
  'webhook-changes': 'Changes of webhooks',
};

/** Mails about somebody's account. */
export const ENGLISH_ACCOUNTS: AccountLetters = {
  'account-invitation': ({ displayName, userId, passwordLink, validUntil }, time) => ({
    subject: 'Your new account',
    paragraphs: [`Hello ${displayName},`, 'You have a new account. Open the link and choose your password.'],
    facts: [
      ['User ID', userId],
      ['Valid until', time(validUntil)],
    ],
    action: { label: 'Choose a password', url: passwordLink },
    closing: [
      'Nobody at the helpdesk will ever ask for this link or for your password.',
      'Not expecting this? Tell the helpdesk.',
    ],
  }),
  'password-code': ({ displayName, userId, code, validUntil }, time) => ({
    subject: 'Your code for a new password',
    paragraphs: [
      `Hello ${displayName},`,
      'Somebody, hopefully you, wants a new password for your account. Enter this code on the page that asks for it.',
    ],
    facts: [
      ['Code', code],
      ['User ID', userId],
      ['Valid until', time(validUntil)],
    ],
    action: null,
    closing: [
      'Nobody at the helpdesk will ever ask for this code.',
      'Wasn’t you? You need do nothing: without this code your password stays as it is.',
    ],
  }),
  'confirmation-code': ({ displayName, userId, code, validUntil }, time) => ({
    subject: 'Your confirmation code',
    paragraphs: [`Hello ${displayName},`, 'To confirm that it’s you, enter this code on the page that asks for it.'],
    facts: [
      ['Code', code],
      ['User ID', userId],
      ['Valid until', time(validUntil)],
    ],
    action: null,
    closing: [
      'Nobody at the helpdesk will ever ask for this code.',
      'Wasn’t you? Then somebody else is signed in as you: change your password and tell the helpdesk.',
    ],
  }),
  'manager-asked': ({ displayName, userId, askedBy, validUntil, answerUrl }, time) => ({
    subject: 'Did one of your people call the helpdesk?',
    paragraphs: [
      `Somebody on the phone with the helpdesk says they are ${displayName}, and you are the manager on record.`,
      'Ask them yourself, in person or on a number that you know. Then open the page and say whether it is them.',
    ],
    facts: [
      ['Name', displayName],
      ['User ID', userId],
      ['Asked by', askedBy],
      ['Answer until', time(validUntil)],
    ],
    action: { label: 'Answer', url: answerUrl },
    closing: ['If you do not reach them, choose “I don’t confirm”: then they get nothing on your word.'],
  }),
  'change-requested': ({ change, userId, role, instanceId, requestedBy, validUntil, queueUrl }, time) => ({
    subject: 'A change is waiting for your approval',
    paragraphs: ['A system or a colleague asks for a change. A second person has to agree.'],
    facts: [
      ['What', CHANGES[change]],
      ['User ID', userId],
      ...(role === null ? [] : [['Role', ROLES[role]] as const]),
      ...(instanceId === null ? [] : [['Device', instanceId] as const]),
      ['Requested by', requestedBy],
      ['Expires', time(validUntil)],
    ],
    action: { label: 'Open approvals', url: queueUrl },
    closing: [],
  }),
  'service-budget-used-up': ({ name, budget, at, alarmUrl }, time) => ({
    subject: `${name} has reached its daily limit`,
    paragraphs: [
      'A system has done as much today as a day allows. Whatever more it asks for is refused until tomorrow. If you do not expect that, suspend its service account: somebody may have stolen its key.',
    ],
    facts: [
      ['Service account', name],
      ['Limit', BUDGETS[budget]],
      ['Time', time(at)],
    ],
    action: { label: 'Open alarms', url: alarmUrl },
    closing: [],
  }),
  'role-requested': ({ userId, role, requestedBy, validUntil, queueUrl }, time) => ({
    subject: 'A role is waiting for your approval',
    paragraphs: ['Somebody is to get a role of the staff. A second person has to agree.'],
    facts: [
      ['User ID', userId],
      ['Role', ROLES[role]],
      ['Requested by', requestedBy],
      ['Expires', time(validUntil)],
    ],
    action: { label: 'Open approvals', url: queueUrl },
    closing: [],
  }),
};
