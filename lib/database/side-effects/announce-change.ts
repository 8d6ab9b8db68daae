import type { Prisma } from '../../generated/prisma/client';
import { CHANGE_CHANNEL } from '../database';

/** Notifies the change feeds of all replicas when the transaction commits. @param ids keys of what has changed */
export async function announceChange(transaction: Prisma.TransactionClient, ...ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  await transaction.$queryRaw`SELECT pg_notify(${CHANGE_CHANNEL}, name)::text FROM unnest(${ids}::text[]) AS name`;
}
