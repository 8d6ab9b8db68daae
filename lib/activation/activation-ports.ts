import type { FreezeLookup } from '../accounts/freeze/freeze';
import type { RateLimiter } from '../accounts/sign-in/rate-limiter';
import type { AuditLog } from '../audit/audit-log';
import type { Result } from '../shared/result';
import type { Clock } from '../shared/time/clock';
import type { Random } from '../shared/random';
import type { Active } from './activation';
import type { ActivationGateway } from './activation-gateway';
import type { ActivationStore } from './activation-store';
import type { Encrypter } from '../shared/encrypter';

/** For the use cases of an activation. */
export type ActivationPorts = {
  store: ActivationStore;
  freezes: FreezeLookup;
  gateway: ActivationGateway;
  /** Gives the new device the name its user chose. */
  directory: NamingDirectory;
  /** Called after `active` is saved; see `completeActivation`. */
  onActive?: (activation: Active) => Promise<void>;
  encrypter: Encrypter;
  audit: AuditLog;
  rateLimiter: RateLimiter;
  clock: Clock;
  random: Random;
  settings: ActivationSettings;
};

/** The part of `AuthenticatorDirectory` that an activation uses. */
type NamingDirectory = {
  /** `rename` is `true` if the gateway stores names. */
  readonly capabilities: { readonly rename: unknown };
  /** @throws GatewayError */
  rename(instanceId: string, name: string): Promise<Result<null, 'not-found'>>;
};

/** Durations in milliseconds. */
export type ActivationSettings = {
  /** Starts of one user in any 24 hours. */
  startsPerDay: number;
  /** How long a request waits for an unreachable gateway. */
  requestLifetimeMs: number;
};
