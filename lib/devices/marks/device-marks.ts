import type { RateLimiter } from '../../accounts/sign-in/rate-limiter';
import { DAY } from '../../shared/time/duration';
import type { Clock } from '../../shared/time/clock';
import type { Random } from '../../shared/random';
import type { AuthenticatorDirectory } from '../authenticator-directory';
import type { DeviceHolds } from '../locks/device-holds';

/** Browsers keep no cookie longer (RFC 6265bis §5.5). */
export const MARK_LIFETIME_MS = 400 * DAY;

/** Devices of one browser that are remembered: the newest. */
export const MOST_MARKS = 20;

/**
 * PORT: which devices were activated in a browser. The browser is known by the hash of the secret in its cookie, the device
 * by its instance ID alone: whose it is, and when it was activated, its gateway knows.
 */
export interface DeviceMarks {
  /** Renews a mark that is there already; beyond `MOST_MARKS` the browser's oldest go. */
  add(browserHash: string, instanceId: string, at: Date): Promise<void>;
  /** Instance IDs, the newest mark first. @param since when the oldest may have been made */
  list(browserHash: string, since: Date): Promise<string[]>;
  /** Idempotent. */
  remove(browserHash: string, instanceIds: readonly string[]): Promise<void>;
  purge(before: Date): Promise<void>;
}

export type MarkPorts = {
  marks: DeviceMarks;
  directory: AuthenticatorDirectory;
  holds: DeviceHolds;
  rateLimiter: RateLimiter;
  clock: Clock;
  random: Random;
};
