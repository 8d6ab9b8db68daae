import type { UserKey } from '../shared/identifiers/user-key';
import type { Result } from '../shared/result';
import type { DirectoryCapabilities } from './directory-capabilities';
import type { ActivationLimits, AuthenticatorInstance } from './authenticator-instance';

export type OneTimePasswordRefusal =
  | { code: 'wrong-password' }
  | { code: 'already-used' }
  | { code: 'locked' }
  | { code: 'not-found' }
  /** The password belongs to a time further away than is tolerated. Positive: the phone's clock is ahead. */
  | { code: 'clock-off'; driftSeconds: number };

/** @property driftSeconds by how much the phone's clock is ahead; null when the gateway does not tell */
export type OneTimePasswordVerdict =
  { ok: true; driftSeconds: number | null } | { ok: false; refusal: OneTimePasswordRefusal };

/**
 * PORT: the device instances a gateway knows. Only activated instances are listed. Every method throws `GatewayError`
 * when the gateway fails, and `TypeError` when it is off by `capabilities`. Whether an instance is the caller's own is
 * checked by the use cases.
 */
export interface AuthenticatorDirectory {
  readonly capabilities: DirectoryCapabilities;
  /** In the order of activation, newest first. */
  list(owner: UserKey): Promise<AuthenticatorInstance[]>;
  limits(owner: UserKey): Promise<ActivationLimits>;
  /** Whose a serial number is; null when it is nobody's. @param serialNumber as the gateway writes it, `VDS1000042` */
  findOwner(serialNumber: string): Promise<UserKey | null>;
  /** @param name 1 to 64 characters */
  rename(instanceId: string, name: string): Promise<Result<null, 'not-found'>>;
  /** Does nothing when it is locked already. */
  lock(instanceId: string): Promise<Result<null, 'not-found'>>;
  unlock(instanceId: string): Promise<Result<null, 'not-found'>>;
  /** Its keys are erased; the device can never be used again and no longer counts against the limit. */
  remove(instanceId: string): Promise<Result<null, 'not-found'>>;
  /** Accepts each password once and tolerates one time step of clock drift (RFC 6238 §5.2, §6). */
  testOneTimePassword(instanceId: string, oneTimePassword: string): Promise<OneTimePasswordVerdict>;
}
