import type { Principal } from '@/lib/accounts/users/principal';

/** Somebody with a session of their own. */
export function signedInAs<Account>(user: Account): Principal<Account> {
  return { user, scope: { kind: 'full' } };
}
