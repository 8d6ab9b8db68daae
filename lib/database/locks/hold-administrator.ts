import type { Prisma } from '../../generated/prisma/client';
import type { UserKey } from '../../shared/identifiers/user-key';

/**
 * Keeps an administrator's role until the transaction ends: disabling them waits.
 * @returns false if they are disabled, gone, or no longer an administrator, so that their decision does not count
 */
export async function holdAdministrator(
  transaction: Prisma.TransactionClient,
  { userId, domain }: UserKey,
): Promise<boolean> {
  const [row] = await transaction.$queryRaw<unknown[]>`
    SELECT 1 FROM user_account WHERE user_id = ${userId} AND domain = ${domain}
      AND roles @> ARRAY['administrator'] AND disabled_at IS NULL FOR UPDATE`;
  return row !== undefined;
}
