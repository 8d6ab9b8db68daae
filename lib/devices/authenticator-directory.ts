import type { UserKey } from '../shared/identifiers/user-key';
import type { Result } from '../shared/result';

/**
 * Why a gateway does not do something for us: it has no such function; how to ask for it is documented nowhere public; or
 * it does not let Tessera ask. Words for people are chosen where it is shown.
 */
export type OffReason = 'not-offered' | 'not-documented' | 'not-permitted';

/** What a gateway may do for us, or why it does not. */
export type DirectoryCapabilities = Readonly<
  Record<'findOwner' | 'rename' | 'lock' | 'unlock' | 'remove' | 'testOneTimePassword' | 'limits', true | OffReason>
>;

/** A gateway that leaves nothing out. */
export const EVERYTHING: DirectoryCapabilities = {
  findOwner: true,
  rename: true,
  lock: true,
  unlock: true,
  remove: true,
  testOneTimePassword: true,
  limits: true,
};

/** One authenticator licence activated on one device. */
export type AuthenticatorInstance = {
  /** Serial number and sequence number, `VDS1000042-1` (OneSpan §7.5). */
  instanceId: string;
  serialNumber: string;
  name: string;
  /** Left out when the gateway does not tell. */
  activatedAt?: Date;
  /** Null for never; left out when the gateway does not tell. */
  lastUsedAt?: Date | null;
  state: 'active' | 'locked';
};

/** Activations of a person's licence. */
export type ActivationLimits = { used: number; limit: number };

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
