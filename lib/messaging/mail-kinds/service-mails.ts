import type { PlainMessage } from '../../shared/language/t';
import { defineMail, flag, inWords, link, text, time } from './define-mail';

/** What a system may do so often in a day. */
const BUDGETS = {
  'account-changes': 'Changes of accounts',
  'new-accounts': 'New accounts',
  'device-locks': 'Locks of devices',
  requests: 'Requests to a second person',
  'webhook-changes': 'Changes of webhooks',
} as const satisfies Record<string, PlainMessage>;

const OPEN_ACCOUNT = { label: 'Open service account', to: 'accountUrl' } as const;

/** Mails about the site itself, and about systems that call it. */
export const SERVICE_MAILS = {
  /** To an administrator who tries whether mails go out. */
  'mail-test': defineMail({
    title: 'Test email',
    holds: { displayName: text, at: time },
    subject: 'Email works',
    paragraphs: [
      'account|Hello {displayName},',
      'You requested this email while you set up the site. It has arrived: what the site writes reaches people.',
    ],
    facts: [['test|Sent', 'at']],
  }),
  /** An alarm, to approvers and administrators: a system has used up what it may change in a day. */
  'service-budget-used-up': defineMail({
    title: 'Daily limit of a system reached',
    holds: { name: text, budget: inWords(BUDGETS), at: time, alarmUrl: link },
    subject: '{name} has reached its daily limit',
    paragraphs: [
      'A system has done as much today as a day allows. Whatever more it asks for is refused until tomorrow. If you do not expect that, suspend its service account: somebody may have stolen its key.',
    ],
    facts: [
      ['Service account', 'name'],
      ['Limit', 'budget'],
      ['budget|Time', 'at'],
    ],
    action: { label: 'budget|Open alarms', to: 'alarmUrl' },
  }),
  /** To whoever may agree: a system is to have a service account, or one is to have more scopes. */
  'service-account-requested': defineMail({
    title: 'Service account requested',
    holds: { name: text, isNew: flag, requestedBy: text, validUntil: time, queueUrl: link },
    until: 'validUntil',
    subject: ({ isNew }) =>
      isNew ? 'A service account is waiting for your approval' : 'More scopes are waiting for your approval',
    paragraphs: [
      ({ isNew }) =>
        isNew
          ? 'A system is to call this site by itself. A second person has to agree.'
          : 'A system that calls this site is to be able to do more. A second person has to agree.',
    ],
    facts: [
      ['Service account', 'name'],
      ['request|Requested by', 'requestedBy'],
      ['Expires', 'validUntil'],
    ],
    action: { label: 'Open approvals', to: 'queueUrl' },
  }),
  /** To administrators: somebody was shown the first key of a service account. */
  'service-key-made': defineMail({
    title: 'Service key made',
    holds: { name: text, madeBy: text, at: time, accountUrl: link },
    subject: 'A key for a service account was shown',
    paragraphs: [
      'Somebody was shown the first key of a service account. Whoever has the key can do what the account may do.',
    ],
    facts: [
      ['Service account', 'name'],
      ['Shown to', 'madeBy'],
      ['Time', 'at'],
    ],
    action: OPEN_ACCOUNT,
    closing: ['Didn’t expect this? Suspend the service account, and ask whoever was shown the key.'],
  }),
  /** To administrators: somebody was shown a new key, and until when the one before it opens. */
  'service-key-replaced': defineMail({
    title: 'Service key replaced',
    holds: { name: text, madeBy: text, at: time, earlierUntil: time, accountUrl: link },
    subject: 'A key of a service account was replaced',
    paragraphs: [
      'Somebody was shown a new key of a service account. Whoever has the key can do what the account may do.',
    ],
    facts: [
      ['Service account', 'name'],
      ['Shown to', 'madeBy'],
      ['Time', 'at'],
      ['Earlier key ends', 'earlierUntil'],
    ],
    action: OPEN_ACCOUNT,
    closing: ['Didn’t expect this? Suspend the service account, and ask whoever was shown the key.'],
  }),
  /** To administrators, before a service account expires. */
  'service-account-expiring': defineMail({
    title: 'Service account expiring',
    holds: { name: text, validUntil: time, accountUrl: link },
    until: 'validUntil',
    subject: 'A service account expires soon',
    paragraphs: [
      'A system that calls this site can no longer do so once its service account expires. To keep it, set a later expiry.',
    ],
    facts: [
      ['Service account', 'name'],
      ['Expires', 'validUntil'],
    ],
    action: OPEN_ACCOUNT,
  }),
};
