import type { OpenSession } from '../../accounts/sessions/session';
import type { Prisma } from '../../generated/prisma/client';

/**
 * Whether a session is open, and keeps it open until the transaction ends: ending it waits, or came first. Results that
 * a session may leave behind, such as a passkey, are written after this.
 */
export async function holdSession(transaction: Prisma.TransactionClient, { id, now }: OpenSession): Promise<boolean> {
  const rows = await transaction.$queryRaw<object[]>`
    SELECT 1 FROM session WHERE id = ${id} AND revoked_at IS NULL AND expires_at > ${now}::timestamptz FOR UPDATE`;
  return rows.length > 0;
}
