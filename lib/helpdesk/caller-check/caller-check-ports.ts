import type { PhoneChallengeGateway } from '../../accounts/phone-sign-in/phone-challenge-gateway';
import type { RateLimiter } from '../../accounts/sign-in/rate-limiter';
import type { ContactRecords } from '../../accounts/users/contacts';
import type { UserDirectory } from '../../accounts/users/user-directory';
import type { AuditLog } from '../../audit/audit-log';
import type { AuthenticatorDirectory } from '../../devices/authenticator-directory';
import type { Random } from '../../shared/random';
import type { Clock } from '../../shared/time/clock';
import type { ManagerRequestStore } from './manager/manager-request';

/** Asks a caller's manager. */
export type ManagerPorts = {
  users: UserDirectory;
  contacts: ContactRecords;
  managerRequests: ManagerRequestStore;
  rateLimiter: RateLimiter;
  random: Random;
  clock: Clock;
  settings: { publicUrl: string };
};

/** Verifies callers by what their devices prove, and by what is on record of them. */
export type CallerCheckPorts = ManagerPorts & {
  directory: AuthenticatorDirectory;
  /** Sends challenges to callers' phones; null if the gateway cannot. */
  phones: PhoneChallengeGateway | null;
  audit: AuditLog;
};
