import { describe, expect, it } from 'vitest';
import { covers, isSelf, scopeOf } from '@/lib/accounts/users/principal';
import type { InvitationId } from '@/lib/shared/identifiers/invitation-id';
import { signedInAs } from '../../support/doubles/principal';

const INVITATION = `inv-${'0'.repeat(32)}` as InvitationId;
const OTHER = `inv-${'1'.repeat(32)}` as InvitationId;

describe('a principal', () => {
  it.each(['jane.doe', 'JANE.DOE', ' jane.doe ', 'jane.doe\t'])(
    'a principal recognises its own account typed as %j',
    (typed) => {
      expect(isSelf(signedInAs({ userId: 'Jane.Doe' }), typed)).toBe(true);
    },
  );

  it.each(['john.doe', 'jane', '', 'jane.doe\u0000'])(
    'a principal does not take the account %j for its own',
    (typed) => {
      expect(isSelf(signedInAs({ userId: 'jane.doe' }), typed)).toBe(false);
    },
  );

  it('the full scope covers activations of any invitation and of none', () => {
    for (const id of [null, INVITATION, OTHER]) expect(covers(scopeOf(null), id)).toBe(true);
  });

  it('threat: scoped to one invitation, reaches nothing of another and nothing that no invitation led to', () => {
    expect(covers(scopeOf(INVITATION), INVITATION)).toBe(true);
    for (const id of [null, OTHER]) expect(covers(scopeOf(INVITATION), id)).toBe(false);
  });
});
