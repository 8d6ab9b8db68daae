import type { MailContent, MailKind } from '@/lib/messaging/mail-content';

const AT = new Date('2026-05-04T10:00:00Z');
const JANE = { displayName: 'Jane Doe', userId: 'jane.doe' };
const TRACE = { browser: 'Firefox on Linux', network: '203.0.113.0/24' };
const REQUEST = { action: 'removal', userId: 'jane.doe', reason: 'stolen' } as const;

/** One of each kind. A link of each says in its path what it is. */
export const MAIL_CONTENTS: { [Kind in MailKind]: Extract<MailContent, { kind: Kind }> } = {
  invitation: {
    kind: 'invitation',
    ...JANE,
    invitationLink: 'https://tessera.example.org/invitation#s3cret',
    proof: 'password',
    validUntil: AT,
  },
  'invitation-letter': {
    kind: 'invitation-letter',
    ...JANE,
    invitationLink: 'https://tessera.example.org/invitation#s3cret',
    code: '7K3MX-Q2ZPA-94TVB',
    codeUrl: 'https://tessera.example.org/invitation/code',
    validUntil: AT,
  },
  'invitation-code': { kind: 'invitation-code', ...JANE, code: 'KX4P-7MQ2', validUntil: AT },
  'account-invitation': {
    kind: 'account-invitation',
    ...JANE,
    passwordLink: 'https://tessera.example.org/sign-in/first-password#s3cret',
    validUntil: AT,
  },
  'password-code': { kind: 'password-code', ...JANE, code: 'KX4P-7MQ2', validUntil: AT },
  'confirmation-code': { kind: 'confirmation-code', ...JANE, code: 'KX4P-7MQ2', validUntil: AT },
  'manager-asked': {
    kind: 'manager-asked',
    ...JANE,
    askedBy: 'Helpdesk',
    validUntil: AT,
    answerUrl: 'https://tessera.example.org/confirm-caller/mgr-00',
  },
  'role-requested': {
    kind: 'role-requested',
    userId: 'jane.doe',
    role: 'auditor',
    requestedBy: 'administrator',
    validUntil: AT,
    queueUrl: 'https://tessera.example.org/helpdesk/approvals',
  },
  'service-account-requested': {
    kind: 'service-account-requested',
    name: 'Ticket system',
    isNew: true,
    requestedBy: 'administrator',
    validUntil: AT,
    queueUrl: 'https://tessera.example.org/helpdesk/approvals',
  },
  'service-key-made': {
    kind: 'service-key-made',
    name: 'Ticket system',
    madeBy: 'administrator',
    at: AT,
    accountUrl: 'https://tessera.example.org/administration/service-accounts/sva-00',
  },
  'service-key-replaced': {
    kind: 'service-key-replaced',
    name: 'Ticket system',
    madeBy: 'administrator',
    at: AT,
    earlierUntil: AT,
    accountUrl: 'https://tessera.example.org/administration/service-accounts/sva-00',
  },
  'service-account-expiring': {
    kind: 'service-account-expiring',
    name: 'Ticket system',
    validUntil: AT,
    accountUrl: 'https://tessera.example.org/administration/service-accounts/sva-00',
  },
  'device-activated': {
    kind: 'device-activated',
    ...JANE,
    ...TRACE,
    device: 'Pixel 9',
    at: AT,
    notMeLink: 'https://tessera.example.org/not-me#s3cret',
  },
  'device-retiring': {
    kind: 'device-retiring',
    ...JANE,
    device: 'Pixel 3',
    newDevice: 'Pixel 9',
    undoUntil: AT,
    undoUrl: 'https://tessera.example.org/authenticators/VDS1000042-1',
    notMeLink: 'https://tessera.example.org/not-me#s3cret',
  },
  'device-replaced': { kind: 'device-replaced', ...JANE, device: 'Pixel 3', newDevice: 'Pixel 9', at: AT },
  'account-notice': {
    kind: 'account-notice',
    ...JANE,
    ...TRACE,
    what: 'device-removed',
    name: 'Pixel 9',
    at: AT,
    by: 'user',
    notMeUrl: 'https://tessera.example.org/profile/not-me',
  },
  'approval-requested': {
    kind: 'approval-requested',
    ...REQUEST,
    requestedBy: 'helpdesk',
    validUntil: AT,
    queueUrl: 'https://tessera.example.org/helpdesk/approvals',
  },
  'break-glass-used': {
    kind: 'break-glass-used',
    ...REQUEST,
    usedBy: 'helpdesk',
    justification: 'the director stands at the counter',
    at: AT,
    alarmUrl: 'https://tessera.example.org/helpdesk/alarms',
  },
  'not-me-reported': {
    kind: 'not-me-reported',
    ...TRACE,
    userId: 'jane.doe',
    device: 'Pixel 9',
    at: AT,
    alarmUrl: 'https://tessera.example.org/helpdesk/alarms',
  },
};
