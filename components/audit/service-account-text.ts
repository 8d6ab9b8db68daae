import type { ServiceAccountFact } from '@/lib/audit/facts/service-account-facts';

/** What was done to a system's account, or with one of its keys. */
export function serviceAccountText(event: ServiceAccountFact): string {
  switch (event.type) {
    case 'service-account-requested':
      return event.isNew ? 'Requested the account' : `Requested ${more(event)}`;
    case 'service-account-declined':
      return event.isNew ? 'Declined the account' : `Declined ${more(event)}`;
    case 'service-account-request-expired':
      return event.isNew ? 'Nobody approved it in time' : `Nobody approved ${more(event)} in time`;
    case 'service-account-made':
      return 'Approved by a second person';
    case 'service-scopes-added':
      return `Approved ${more(event)}`;
    case 'service-scopes-removed':
      return `Took away ${counted(event.scopes.length, 'scope')}`;
    case 'service-limits-changed':
      return 'Changed the limits';
    case 'service-account-suspended':
      return 'Suspended: its keys open nothing';
    case 'service-account-resumed':
      return 'Resumed: its keys open again';
    case 'service-account-ended':
      return 'Ended for good';
    case 'service-key-made':
      return event.overlapMs === null ? `Shown the first key, ${event.keyId}` : `Shown a new key, ${event.keyId}`;
    case 'service-key-ended':
      return `Ended the key ${event.keyId}`;
    case 'service-key-refused':
      return `The key ${event.keyId} was refused: ${REFUSED[event.reason]}`;
    case 'return-address-added':
      return `Registered the return address ${event.url}`;
    case 'return-address-removed':
      return `Removed the return address ${event.url}`;
    case 'service-account-change-refused':
      return 'A change was refused';
  }
}

const REFUSED: Record<Extract<ServiceAccountFact, { type: 'service-key-refused' }>['reason'], string> = {
  expired: 'it has ended',
  suspended: 'the service account is suspended',
  'wrong-network': 'it came from outside the networks',
};

function more({ scopes }: { scopes: readonly string[] }): string {
  return counted(scopes.length, 'more scope');
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
