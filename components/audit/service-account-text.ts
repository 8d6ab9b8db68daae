import type { ServiceAccountFact } from '@/lib/audit/facts/service-account-facts';
import { t, type PlainMessage } from '@/lib/language/t';

/** What was done to a system's account, or with one of its keys. */
export function serviceAccountText(event: ServiceAccountFact): string {
  switch (event.type) {
    case 'service-account-requested':
      return event.isNew
        ? t('Requested the account')
        : t('Requested {count, plural, one {# more scope} other {# more scopes}}', { count: event.scopes.length });
    case 'service-account-declined':
      return event.isNew
        ? t('Declined the account')
        : t('Declined {count, plural, one {# more scope} other {# more scopes}}', { count: event.scopes.length });
    case 'service-account-request-expired':
      return event.isNew
        ? t('Nobody approved it in time')
        : t('Nobody approved {count, plural, one {# more scope} other {# more scopes}} in time', {
            count: event.scopes.length,
          });
    case 'service-account-made':
      return t('Approved by a second person');
    case 'service-scopes-added':
      return t('Approved {count, plural, one {# more scope} other {# more scopes}}', { count: event.scopes.length });
    case 'service-scopes-removed':
      return t('Took away {count, plural, one {# scope} other {# scopes}}', { count: event.scopes.length });
    case 'service-limits-changed':
      return t('Changed the limits');
    case 'service-account-suspended':
      return t('Suspended: its keys open nothing');
    case 'service-account-resumed':
      return t('Resumed: its keys open again');
    case 'service-account-ended':
      return t('Ended for good');
    case 'service-key-made':
      return event.overlapMs === null
        ? t('Shown the first key, {key}', { key: event.keyId })
        : t('Shown a new key, {key}', { key: event.keyId });
    case 'service-key-ended':
      return t('Ended the key {key}', { key: event.keyId });
    case 'service-key-refused':
      return t('The key {key} was refused: {reason}', { key: event.keyId, reason: t(REFUSED[event.reason]) });
    case 'service-budget-used-up':
      return t('Reached its daily limit');
    case 'webhook-added':
      return t('Added the webhook at {host}', { host: event.host });
    case 'webhook-changed':
      return t('Changed the webhook at {host}', { host: event.host });
    case 'webhook-removed':
      return t('Deleted the webhook at {host}', { host: event.host });
    case 'webhook-secret-rotated':
      return t('Rotated the secret of the webhook at {host}', { host: event.host });
    case 'webhook-tested':
      return t('Sent a test event to the webhook at {host}', { host: event.host });
    case 'return-address-added':
      return t('Registered the return address {url}', { url: event.url });
    case 'return-address-removed':
      return t('Removed the return address {url}', { url: event.url });
    case 'service-account-change-refused':
      return t('A change was refused');
  }
}

const REFUSED: Record<Extract<ServiceAccountFact, { type: 'service-key-refused' }>['reason'], PlainMessage> = {
  expired: 'it has ended',
  suspended: 'the service account is suspended',
  'wrong-network': 'it came from outside the networks',
};
