import type { Prisma } from '../../generated/prisma/client';
import type { UserKey } from '../../shared/identifiers/user-key';

/**
 * Keeps an administrator one until the transaction ends: whoever disables them meanwhile waits.
 * @returns false if they are disabled, gone, or no administrator any more: their word counts no longer
 */
export async function holdAdministrator(
  transaction: Prisma.TransactionClient,
  { userId, domain }: UserKey,
): Promise<boolean> {
  const [found] = await transaction.$queryRaw<unknown[]>`
    SELECT 1 FROM user_account WHERE user_id = ${userId} AND domain = ${domain}
      AND roles @> ARRAY['administrator'] AND disabled_at IS NULL FOR UPDATE`;
  return found !== undefined;
}
