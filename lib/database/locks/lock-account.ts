import { normalizeUserId } from '../../accounts/users/user';
import type { Prisma } from '../../generated/prisma/client';
import type { UserKey } from '../../shared/identifiers/user-key';

/**
 * Locks an account until the transaction ends. Changes of its password, or of what the password depends on, do this
 * first, and in this order: account, then session epoch.
 * @returns null if the account is not stored here
 */
export async function lockAccount(
  transaction: Prisma.TransactionClient,
  { userId, domain }: UserKey,
): Promise<{ isPasswordOff: boolean } | null> {
  const [account] = await transaction.$queryRaw<{ isPasswordOff: boolean }[]>`
    SELECT password_off_at IS NOT NULL AS "isPasswordOff" FROM user_account
    WHERE user_id = ${normalizeUserId(userId)} AND domain = ${domain} FOR UPDATE`;
  return account ?? null;
}
