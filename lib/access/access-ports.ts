import type { AuditLog } from '../audit/audit-log';
import type { Clock } from '../shared/clock';
import type { Random } from '../shared/random';
import type { KnownNetworks } from './known-networks';
import type { PasswordEstimator } from './password-estimator';
import type { RateLimiter } from './rate-limiter';
import type { SessionStore } from './session-store';
import type { UserDirectory } from './user-directory';

/** What signing in and out needs. */
export type AccessPorts = {
  users: UserDirectory;
  sessions: SessionStore;
  rateLimiter: RateLimiter;
  knownNetworks: KnownNetworks;
  audit: AuditLog;
  clock: Clock;
  random: Random;
  settings: {
    /** The domain of people who sign in without naming one. */
    domain: string;
    sessionLifetimeMs: number;
    stepUpAgeMs: number;
  };
};

/** What setting passwords needs beside. */
export type PasswordPorts = AccessPorts & { passwords: PasswordEstimator };
