import type { RateLimiter } from '../accounts/sign-in/rate-limiter';
import type { UserDirectory } from '../accounts/users/user-directory';
import type { AuditLog } from '../audit/audit-log';
import type { LinkSettings } from '../messaging/mail-link';
import type { Clock } from '../shared/time/clock';
import type { Random } from '../shared/random';
import type { DeviceActStore } from './acts/device-act';
import type { AuthenticatorDirectory } from './authenticator-directory';
import type { DeviceHolds } from './locks/device-holds';
import type { DeviceReplacementStore } from './replacement/device-replacement';

/** For the use cases of activated devices. */
export type AuthenticatorPorts = {
  directory: AuthenticatorDirectory;
  holds: DeviceHolds;
  deviceActs: DeviceActStore;
  audit: AuditLog;
  rateLimiter: RateLimiter;
  clock: Clock;
  random: Random;
};

/** For replacing a device. */
export type ReplacementPorts = AuthenticatorPorts & {
  replacements: DeviceReplacementStore;
  users: Pick<UserDirectory, 'find'>;
  settings: LinkSettings;
};
