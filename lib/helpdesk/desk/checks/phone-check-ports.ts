import type { RateLimiter } from '../../../accounts/sign-in/rate-limiter';
import type { AuditLog } from '../../../audit/audit-log';
import type { PhoneCheckCode, PhoneReport } from '../../../shared/phone-check';
import type { Random } from '../../../shared/random';
import type { Clock } from '../../../shared/time/clock';

/** PORT: what phones found out about themselves. */
export interface PhoneCheckStore {
  /** @returns false if the code is taken; nothing is kept then */
  keep(code: PhoneCheckCode, report: PhoneReport, expiresAt: Date): Promise<boolean>;
  /** @returns null if there is none, or its time is over */
  find(code: PhoneCheckCode, now: Date): Promise<PhoneReport | null>;
  /** Forgets reports whose time is over at `now`. */
  purge(now: Date): Promise<void>;
}

export type PhoneCheckPorts = {
  checks: PhoneCheckStore;
  rateLimiter: RateLimiter;
  audit: AuditLog;
  clock: Clock;
  random: Random;
};
