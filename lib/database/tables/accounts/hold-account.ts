import type { SessionId } from '../../../accounts/sessions/session';
import type { Prisma, User as UserRow } from '../../../generated/prisma/client';
import type { UserKey } from '../../../shared/identifiers/user-key';
import { accept, refuse, type Result } from '../../../shared/result';
import { holdSession } from '../../locks/hold-session';
import { lockAccount } from '../../locks/lock-account';

/** The account is gone, the administrator no longer is one, or the session of the user has ended. */
export type AccountGone = 'not-found' | 'not-permitted' | 'signed-out';

/**
 * An account, locked against other changes until the transaction ends.
 * @param change.by the administrator; null for the user and for an operator with a shell
 * @param change.session of a user who changes their own account, which stays open meanwhile; null for another's change
 */
export async function holdAccount(
  transaction: Prisma.TransactionClient,
  {
    user: { userId, domain },
    by,
    at,
    session,
  }: { user: UserKey; by: UserKey | null; at: Date; session: SessionId | null },
): Promise<Result<UserRow, AccountGone>> {
  const named = { userId, domain };
  if (!(await lockAccount(transaction, named))) return refuse('not-found');
  if (by && !(await isAdministrator(transaction, by))) return refuse('not-permitted');
  if (session && !(await holdSession(transaction, { id: session, now: at }))) return refuse('signed-out');
  return accept(await transaction.user.findUniqueOrThrow({ where: { userId_domain: named } }));
}

/** Whether they are an enabled administrator. */
export async function isAdministrator(
  transaction: Prisma.TransactionClient,
  { userId, domain }: UserKey,
): Promise<boolean> {
  const where = { userId, domain, roles: { has: 'administrator' }, disabledAt: null };
  return (await transaction.user.count({ where })) > 0;
}
