import type { Prisma } from '../generated/prisma/client';
import type { Consequences } from '../helpdesk/consequences';
import type { Clock } from '../shared/clock';
import type { AuditAppender } from './append-audit-records';
import type { AppendMessages } from './append-messages';

/** Keeps what a change brings about, inside its transaction. Call it last, as `AuditAppender` asks. */
export type KeepConsequences = (transaction: Prisma.TransactionClient, consequences: Consequences) => Promise<void>;

export function consequenceKeeper(
  appendMessages: AppendMessages,
  clock: Clock,
  appender: AuditAppender,
): KeepConsequences {
  return async (transaction, { events, messages }) => {
    const now = clock.now();
    await appendMessages(transaction, messages, now);
    await appender.append(transaction, events, now);
  };
}
