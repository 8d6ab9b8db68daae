import type { RateLimiter } from '../../accounts/sign-in/rate-limiter';
import type { UserDirectory } from '../../accounts/users/user-directory';
import type { AuditLog } from '../../audit/audit-log';
import type { Clock } from '../../shared/time/clock';
import type { Random } from '../../shared/random';
import type { ApprovalStore } from '../approvals/approval-store';
import type { ServiceAccountStore, ServiceKeyHash } from './service-account-store';

/** For who presents a key. */
export type AuthenticationPorts = {
  accounts: ServiceAccountStore;
  rateLimiter: RateLimiter;
  audit: AuditLog;
  hash: ServiceKeyHash;
};

/** For looking after service accounts. */
export type ServiceAccountPorts = AuthenticationPorts & {
  approvals: ApprovalStore;
  users: Pick<UserDirectory, 'find' | 'listWithRole'>;
  clock: Clock;
  random: Random;
  /** @property approvalLifetimeMs how long a request waits for a second person, in milliseconds */
  settings: { publicUrl: string; approvalLifetimeMs: number };
};
