import { describe, expect, it } from 'vitest';
import { may } from '@/lib/accounts/users/permission';
import { isSelf, type ServiceAccountRequester } from '@/lib/accounts/users/principal';
import { requesterActor, requesterKey } from '@/lib/accounts/users/requester';
import { mayDecide } from '@/lib/helpdesk/approvals/ask-second-person';

const TICKETS: ServiceAccountRequester = {
  id: 'svc-1',
  name: 'Tickets',
  domain: 'example.org',
  scopes: new Set(['user:find']),
};

describe('a service account', () => {
  it('may do what its scopes say, and nothing else', () => {
    expect(may(TICKETS, 'user:find')).toBe(true);
    expect(may(TICKETS, 'user:view')).toBe(false);
  });

  it('is recorded as what it is, by its identifier and its name', () => {
    expect(requesterActor(TICKETS)).toEqual({ kind: 'service-account', serviceAccountId: 'svc-1', name: 'Tickets' });
  });

  it('threat: a namesake among the users — is neither it nor kept from deciding what it asked for', () => {
    const { userId, domain } = requesterKey(TICKETS);
    expect({ userId, domain }).toEqual({ userId: 'service account Tickets', domain: 'example.org' });
    expect(isSelf(TICKETS, 'Tickets')).toBe(false);
    expect(isSelf(TICKETS, userId)).toBe(false);
    expect(mayDecide('tickets', { requestedBy: userId, userId: 'jane.doe' })).toEqual({ ok: true, value: null });
  });
});
