import type { UserKey } from '../../shared/identifiers/user-key';
import type { SessionId } from '../../accounts/sessions/session';
import type { SessionEpoch } from '../../accounts/sessions/session-store';
import type { Prisma } from '../../generated/prisma/client';
import { sessionChangeKey } from '../../shared/changes/change-feed';
import { announceChange } from '../side-effects/announce-change';

/**
 * Begins a new session epoch of a user and ends their sessions. The order matters: the new epoch waits for sessions
 * that are being inserted in the old one, which are then visible to the update.
 * @param whileIn the epoch that must still be current; null for any
 * @returns how many sessions were ended; null, and nothing changed, when the epoch was another
 */
export async function endSessions(
  transaction: Prisma.TransactionClient,
  { userId, domain }: UserKey,
  { whileIn, except, now }: { whileIn: SessionEpoch | null; except: SessionId | null; now: Date },
): Promise<number | null> {
  const expected = whileIn?.number ?? null;
  const epochs = await transaction.$executeRaw`
    INSERT INTO session_epoch AS epoch (user_id, domain, number, ended_at)
    VALUES (${userId}, ${domain}, 1, ${now}::timestamptz)
    ON CONFLICT (user_id, domain) DO UPDATE SET number = epoch.number + 1, ended_at = excluded.ended_at
    WHERE ${expected}::int IS NULL OR epoch.number = ${expected}::int`;
  if (epochs === 0) return null;
  const sessions = await transaction.session.updateManyAndReturn({
    where: { userId, domain, revokedAt: null, expiresAt: { gt: now }, ...(except && { id: { not: except } }) },
    data: { revokedAt: now },
    select: { id: true },
  });
  await announceChange(transaction, ...sessions.map(({ id }) => sessionChangeKey(id)));
  return sessions.length;
}
