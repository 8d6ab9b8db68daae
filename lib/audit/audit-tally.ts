import type { AuditContext, AuditFact } from './audit-event';

/** What becomes one record for each window, however often it happens. */
type TalliedFact = Extract<AuditFact, { times: number }>;

export type TalliedEvent = AuditContext & Omit<TalliedFact, 'times' | 'since'>;

/** PORT: counts what somebody can make happen as often as they like, so that they cannot fill the log with it. */
export interface AuditTally {
  /** Counts it once more. Of its circumstances those of the window's first count. @param key at most 400 characters */
  count(key: string, event: TalliedEvent): Promise<void>;
  /** Appends a record for each window that has ended. */
  record(): Promise<void>;
}
