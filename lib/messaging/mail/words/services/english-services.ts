import type { ServiceLetters } from '../../mail-words';

/** Mails about systems that call this site. */
export const ENGLISH_SERVICES: ServiceLetters = {
  'service-account-requested': ({ name, isNew, requestedBy, validUntil, queueUrl }, time) => ({
    subject: isNew ? 'A service account is waiting for your approval' : 'More scopes are waiting for your approval',
    paragraphs: [
      isNew
        ? 'A system is to call this site by itself. A second person has to agree.'
        : 'A system that calls this site is to be able to do more. A second person has to agree.',
    ],
    facts: [
      ['Service account', name],
      ['Requested by', requestedBy],
      ['Expires', time(validUntil)],
    ],
    action: { label: 'Open approvals', url: queueUrl },
    closing: [],
  }),
  'service-key-made': ({ name, madeBy, at, accountUrl }, time) => ({
    subject: 'A key for a service account was shown',
    paragraphs: [
      'Somebody was shown the first key of a service account. Whoever has the key can do what the account may do.',
    ],
    facts: [
      ['Service account', name],
      ['Shown to', madeBy],
      ['Time', time(at)],
    ],
    action: { label: 'Open service account', url: accountUrl },
    closing: ['Didn’t expect this? Suspend the service account, and ask whoever was shown the key.'],
  }),
  'service-key-replaced': ({ name, madeBy, at, earlierUntil, accountUrl }, time) => ({
    subject: 'A key of a service account was replaced',
    paragraphs: [
      'Somebody was shown a new key of a service account. Whoever has the key can do what the account may do.',
    ],
    facts: [
      ['Service account', name],
      ['Shown to', madeBy],
      ['Time', time(at)],
      ['Earlier key ends', time(earlierUntil)],
    ],
    action: { label: 'Open service account', url: accountUrl },
    closing: ['Didn’t expect this? Suspend the service account, and ask whoever was shown the key.'],
  }),
  'service-account-expiring': ({ name, validUntil, accountUrl }, time) => ({
    subject: 'A service account expires soon',
    paragraphs: [
      'A system that calls this site can no longer do so once its service account expires. To keep it, set a later expiry.',
    ],
    facts: [
      ['Service account', name],
      ['Expires', time(validUntil)],
    ],
    action: { label: 'Open service account', url: accountUrl },
    closing: [],
  }),
};
