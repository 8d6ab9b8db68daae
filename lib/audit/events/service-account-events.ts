import { t, type PlainMessage } from '../../shared/language/t';
import { defineAuditEvent } from '../define-audit-event';
import { count, flag, listOf, nullable, text, word, words, type WordOf } from '../properties';
import { oneVoice } from '../voice';
import { PERMISSIONS } from './permissions';

/** What was tried with a service account. */
export const SERVICE_ACCOUNT_CHANGES = words('service account change', [
  'make',
  'add-scopes',
  'remove-scopes',
  'change-limits',
  'suspend',
  'resume',
  'end',
  'make-key',
  'end-key',
  'add-return-address',
  'remove-return-address',
]);

/** Why it was refused. */
export const SERVICE_ACCOUNT_REFUSALS = words('refused service account change', [
  'not-found',
  'not-permitted',
  'name-taken',
  'already-asked',
  'has-scopes',
  'no-scope-left',
  'not-awaiting',
  'own-request',
  'already-suspended',
  'not-suspended',
  'expired',
  'ended',
  'not-requester',
  'has-key',
  'no-key',
  'key-ended',
  'has-return-address',
  'no-return-address',
  'too-many-return-addresses',
]);

/** Why a key with the right secret opened nothing. */
const SERVICE_KEY_REFUSALS = words('refused service key', ['expired', 'suspended', 'wrong-network']);

/** What a machine may do so often in a day; see `limits.ts`. */
const DAILY_BUDGETS = words('daily budget', [
  'account-changes',
  'new-accounts',
  'device-locks',
  'requests',
  'webhook-changes',
]);

export type DailyBudget = WordOf<typeof DAILY_BUDGETS>;

const SERVICE = { facts: { serviceAccountId: text }, example: { serviceAccountId: 'sva-00' } };

const KEY = {
  facts: { serviceAccountId: text, keyId: text },
  example: { serviceAccountId: 'sva-00', keyId: 'abcdefghijkl' },
};

const LIMITED = {
  networks: listOf(text),
  requestsPerMinute: count,
  // ISO 8601.
  expiresAt: text,
};

const REQUEST = {
  serviceAccountId: text,
  requestId: text,
  isNew: flag,
  name: text,
  // All of a new account, or those that one is to have besides its own.
  scopes: listOf(word(PERMISSIONS)),
};

const REFUSED: Record<WordOf<typeof SERVICE_KEY_REFUSALS>, PlainMessage> = {
  expired: 'it has ended',
  suspended: 'the service account is suspended',
  'wrong-network': 'it came from outside the networks',
};

const itsKey = ({ keyId }: { keyId: string }) => ({ key: keyId });

/** The systems that call this site, and their keys. No subject: they concern no user. */
export const SERVICE_ACCOUNT_EVENTS = [
  defineAuditEvent({
    type: 'service-account-requested',
    facts: REQUEST,
    example: {
      serviceAccountId: 'sva-00',
      requestId: 'svr-00',
      name: 'Ticket system',
      scopes: ['user:find'],
      isNew: true,
    },
    name: 'Service account requested',
    sentence: ({ isNew, scopes }) =>
      isNew
        ? t('Requested the account')
        : t('Requested {count, plural, one {# more scope} other {# more scopes}}', { count: scopes.length }),
  }),
  defineAuditEvent({
    type: 'service-account-declined',
    facts: REQUEST,
    example: {
      serviceAccountId: 'sva-00',
      requestId: 'svr-00',
      name: 'Ticket system',
      scopes: ['user:find'],
      isNew: false,
    },
    name: 'Service account declined',
    sentence: ({ isNew, scopes }) =>
      isNew
        ? t('Declined the account')
        : t('Declined {count, plural, one {# more scope} other {# more scopes}}', { count: scopes.length }),
  }),
  defineAuditEvent({
    type: 'service-account-request-expired',
    facts: REQUEST,
    example: {
      serviceAccountId: 'sva-00',
      requestId: 'svr-00',
      name: 'Ticket system',
      scopes: ['user:find'],
      isNew: true,
    },
    name: 'Request for a service account expired',
    sentence: ({ isNew, scopes }) =>
      isNew
        ? t('Nobody approved it in time')
        : t('Nobody approved {count, plural, one {# more scope} other {# more scopes}} in time', {
            count: scopes.length,
          }),
  }),
  defineAuditEvent({
    type: 'service-account-made',
    facts: { serviceAccountId: text, requestId: text, name: text, scopes: listOf(word(PERMISSIONS)), ...LIMITED },
    example: {
      serviceAccountId: 'sva-00',
      requestId: 'svr-00',
      name: 'Ticket system',
      scopes: ['user:find'],
      networks: ['192.0.2.0/24'],
      requestsPerMinute: 60,
      expiresAt: '2027-01-01T00:00:00.000Z',
    },
    name: 'Service account made',
    sentence: oneVoice('Approved by a second person'),
  }),
  defineAuditEvent({
    type: 'service-scopes-added',
    facts: { serviceAccountId: text, requestId: text, scopes: listOf(word(PERMISSIONS)) },
    example: { serviceAccountId: 'sva-00', requestId: 'svr-00', scopes: ['user:find'] },
    name: 'Service account given more scopes',
    sentence: ({ scopes }) =>
      t('Approved {count, plural, one {# more scope} other {# more scopes}}', { count: scopes.length }),
  }),
  defineAuditEvent({
    type: 'service-scopes-removed',
    facts: { serviceAccountId: text, scopes: listOf(word(PERMISSIONS)) },
    example: { serviceAccountId: 'sva-00', scopes: ['user:find'] },
    name: 'Scopes of a service account taken away',
    sentence: ({ scopes }) => t('Took away {count, plural, one {# scope} other {# scopes}}', { count: scopes.length }),
  }),
  defineAuditEvent({
    type: 'service-limits-changed',
    facts: { serviceAccountId: text, ...LIMITED },
    example: {
      serviceAccountId: 'sva-00',
      networks: ['192.0.2.0/24'],
      requestsPerMinute: 60,
      expiresAt: '2027-01-01T00:00:00.000Z',
    },
    name: 'Limits of a service account changed',
    sentence: oneVoice('Changed the limits'),
  }),
  defineAuditEvent({
    type: 'service-account-suspended',
    ...SERVICE,
    name: 'Service account suspended',
    sentence: oneVoice('Suspended: its keys open nothing'),
  }),
  defineAuditEvent({
    type: 'service-account-resumed',
    ...SERVICE,
    name: 'Service account resumed',
    sentence: oneVoice('Resumed: its keys open again'),
  }),
  defineAuditEvent({
    type: 'service-account-ended',
    ...SERVICE,
    name: 'Service account ended',
    sentence: oneVoice('Ended for good'),
  }),
  defineAuditEvent({
    type: 'service-key-made',
    facts: {
      ...KEY.facts,
      // How long the earlier key goes on opening; null for a first one.
      overlapMs: nullable(count),
    },
    example: { serviceAccountId: 'sva-00', keyId: 'abcdefghijkl', overlapMs: null },
    name: 'Key of a service account shown',
    sentence: ({ keyId, overlapMs }) =>
      overlapMs === null
        ? t('Shown the first key, {key}', { key: keyId })
        : t('Shown a new key, {key}', { key: keyId }),
  }),
  defineAuditEvent({
    type: 'service-key-ended',
    ...KEY,
    name: 'Key of a service account ended',
    sentence: oneVoice('Ended the key {key}', itsKey),
  }),
  defineAuditEvent({
    type: 'service-key-refused',
    facts: { ...KEY.facts, reason: word(SERVICE_KEY_REFUSALS) },
    example: { serviceAccountId: 'sva-00', keyId: 'abcdefghijkl', reason: 'wrong-network' },
    name: 'Key of a service account refused',
    sentence: oneVoice('The key {key} was refused: {reason}', ({ keyId, reason }) => ({
      key: keyId,
      reason: t(REFUSED[reason]),
    })),
  }),
  defineAuditEvent({
    type: 'service-account-change-refused',
    facts: {
      // Null if there is no such account.
      serviceAccountId: nullable(text),
      change: word(SERVICE_ACCOUNT_CHANGES),
      reason: word(SERVICE_ACCOUNT_REFUSALS),
    },
    example: { serviceAccountId: 'sva-00', change: 'make-key', reason: 'not-requester' },
    name: 'Change of a service account refused',
    sentence: oneVoice('A change was refused'),
  }),
  /** A day’s budget of changes without a second person is used up: administrators and approvers are alarmed. */
  defineAuditEvent({
    type: 'service-budget-used-up',
    facts: { serviceAccountId: text, budget: word(DAILY_BUDGETS), domain: text },
    example: { serviceAccountId: 'sva-00', budget: 'device-locks', domain: 'example.org' },
    name: 'Daily limit of a service account reached',
    sentence: oneVoice('Reached its daily limit'),
    severity: 'high',
  }),
] as const;
