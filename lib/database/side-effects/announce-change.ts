import type { Prisma } from '../../generated/prisma/client';
import type { Announce } from '../../shared/changes/change-feed';
import { CHANGE_CHANNEL, type Database } from '../database';

/** Notifies the change feeds of all replicas when the transaction commits. @param ids keys of what has changed */
export async function announceChange(transaction: Prisma.TransactionClient, ...ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  await transaction.$queryRaw`SELECT pg_notify(${CHANGE_CHANNEL}, name)::text FROM unnest(${ids}::text[]) AS name`;
}

/** The same without a change to commit. */
export function announceBy({ sql }: Pick<Database, 'sql'>): Announce {
  return async (keys) => {
    await sql`SELECT pg_notify(${CHANGE_CHANNEL}, name)::text FROM unnest(${keys}::text[]) AS name`;
  };
}
