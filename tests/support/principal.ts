import type { Principal } from '@/lib/access/principal';

/** Somebody with a session of their own. */
export function signedInAs<Account>(user: Account): Principal<Account> {
  return { user, scope: { kind: 'full' } };
}
