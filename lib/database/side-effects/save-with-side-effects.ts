import type { Prisma, PrismaClient } from '../../generated/prisma/client';
import type { SideEffects } from '../../messaging/new-message';
import { accept, refuse, type Result } from '../../shared/result';
import type { PersistSideEffects } from './persist-side-effects';

/** The row's previous version. An update of it matches nothing once another writer has moved it (optimistic concurrency). */
export function previousVersion({ version }: { version: number }): { version: number } {
  return { version: version - 1 };
}

/**
 * Saves one move with its side effects in one transaction.
 * @param save updates the previous version; false when it is gone
 */
export function saveWithSideEffects(
  client: PrismaClient,
  persist: PersistSideEffects,
  sideEffects: SideEffects,
  save: (transaction: Prisma.TransactionClient) => Promise<boolean>,
): Promise<Result<null, 'version-moved'>> {
  return client.$transaction(async (transaction) => {
    if (!(await save(transaction))) return refuse('version-moved');
    await persist(transaction, sideEffects);
    return accept(null);
  });
}
