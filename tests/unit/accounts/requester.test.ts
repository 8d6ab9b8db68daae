import { describe, expect, it } from 'vitest';
import { may } from '@/lib/accounts/users/permission';
import { isSelf, type ServiceAccountRequester } from '@/lib/accounts/users/principal';
import { requesterActor, requesterKey } from '@/lib/accounts/users/requester';
import { obstacleTo } from '@/lib/helpdesk/approvals/decision';

const TICKETS: ServiceAccountRequester = {
  id: 'svc-1',
  name: 'Tickets',
  domain: 'example.org',
  scopes: new Set(['user:find']),
  keyShownTo: 'anna',
};

describe('a service account', () => {
  it('a service account may do what its scopes say, and nothing else', () => {
    expect(may(TICKETS, 'user:find')).toBe(true);
    expect(may(TICKETS, 'user:view')).toBe(false);
  });

  it('a service account is recorded by its identifier and its name', () => {
    expect(requesterActor(TICKETS)).toEqual({ kind: 'service-account', serviceAccountId: 'svc-1', name: 'Tickets' });
  });

  it('threat: the person who holds a service key asks through it and agrees — they are one person', () => {
    const { userId: requestedBy, domain } = requesterKey(TICKETS);
    expect({ requestedBy, domain }).toEqual({
      requestedBy: 'anna through the service account Tickets',
      domain: 'example.org',
    });
    const request = { requestedBy, userId: 'jane.doe' };
    expect(obstacleTo('Anna', request)).toBe('own-request');
    expect(obstacleTo('bert', request)).toBeNull();
  });

  it('threat: a user whose ID reads like a service account decides their own request', () => {
    const userId = 'bert through the service account Tickets';
    expect(obstacleTo(userId, { requestedBy: userId, userId: 'jane.doe' })).toBe('own-request');
    expect(isSelf(TICKETS, userId)).toBe(false);
  });
});
