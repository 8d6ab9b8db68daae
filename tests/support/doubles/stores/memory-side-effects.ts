import type { SideEffects } from '@/lib/messaging/new-message';
import { noticesOf } from '@/lib/messaging/notices/notices-of';
import type { Clock } from '@/lib/shared/time/clock';
import type { MemoryAuditLog } from './memory-audit-log';
import type { MemoryOutbox } from './memory-outbox';

/** What stores in memory keep in the same step as a change. */
export class MemorySideEffects {
  readonly outbox: MemoryOutbox;
  readonly #audit: MemoryAuditLog;
  readonly #clock: Clock;

  constructor(audit: MemoryAuditLog, outbox: MemoryOutbox, clock: Clock) {
    this.outbox = outbox;
    this.#audit = audit;
    this.#clock = clock;
  }

  keep({ events, messages }: SideEffects): void {
    const now = this.#clock.now();
    this.outbox.append([...messages, ...noticesOf(events, now)], now);
    this.#audit.appendNow(events);
  }
}
