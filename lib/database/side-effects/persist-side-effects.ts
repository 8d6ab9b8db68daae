import type { Prisma } from '../../generated/prisma/client';
import type { SideEffects } from '../../messaging/new-message';
import type { Clock } from '../../shared/time/clock';
import type { AuditAppender } from './append-audit-records';
import type { AppendMessages } from './append-messages';

/** Persists the side effects of a change inside its transaction. Call it last: see `AuditAppender`. */
export type PersistSideEffects = (transaction: Prisma.TransactionClient, sideEffects: SideEffects) => Promise<void>;

export function sideEffectPersister(
  appendMessages: AppendMessages,
  clock: Clock,
  appender: AuditAppender,
): PersistSideEffects {
  return async (transaction, { events, messages }) => {
    const now = clock.now();
    await appendMessages(transaction, messages, now);
    await appender.append(transaction, events, now);
  };
}
