import type { Prisma } from '../../generated/prisma/client';
import { CHANGE_CHANNEL } from '../database';

/** Notifies the change feeds of all replicas when the transaction commits. @param changed keys of what has changed */
export async function announceChange(transaction: Prisma.TransactionClient, ...changed: string[]): Promise<void> {
  if (changed.length === 0) return;
  await transaction.$queryRaw`SELECT pg_notify(${CHANGE_CHANNEL}, name)::text FROM unnest(${changed}::text[]) AS name`;
}
