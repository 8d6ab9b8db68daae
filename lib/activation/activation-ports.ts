import type { RateLimiter } from '../accounts/sign-in/rate-limiter';
import type { AuditLog } from '../audit/audit-log';
import type { Result } from '../shared/result';
import type { Clock } from '../shared/time/clock';
import type { Random } from '../shared/random';
import type { Active } from './activation';
import type { ActivationGateway } from './activation-gateway';
import type { ActivationStore } from './activation-store';
import type { Encrypter } from '../shared/encrypter';

/** What the use cases of an activation need. */
export type ActivationPorts = {
  store: ActivationStore;
  gateway: ActivationGateway;
  /** Gives a finished device the name that the person chose. */
  directory: NamingDirectory;
  /** Told of a device that has begun to work, once that is kept; see `completeActivation`. */
  onActive?: (activation: Active) => Promise<void>;
  encrypter: Encrypter;
  audit: AuditLog;
  rateLimiter: RateLimiter;
  clock: Clock;
  random: Random;
  settings: ActivationSettings;
};

/** The one thing an activation asks of the directory of devices. */
type NamingDirectory = {
  /** `true` where the gateway keeps names. */
  readonly capabilities: { readonly rename: unknown };
  /** @throws GatewayError */
  rename(instanceId: string, name: string): Promise<Result<null, 'not-found'>>;
};

/** Durations in milliseconds. */
export type ActivationSettings = {
  /** Starts of one person in any 24 hours. */
  startsPerDay: number;
  /** How long a request is kept while the gateway cannot be reached. */
  requestLifetimeMs: number;
};
