import type { Session, SessionId } from '@/lib/accounts/sessions/session';
import type { Principal } from '@/lib/accounts/users/principal';

/** Somebody with a session of their own: the same one each time, unless another is named. */
export function signedInAs<Account extends { userId: string }>(
  user: Account,
  sessionName = user.userId,
): Principal<Account> & { session: Pick<Session, 'id'> } {
  return { user, scope: { kind: 'full' }, session: { id: `ses-${sessionName}` as SessionId } };
}
