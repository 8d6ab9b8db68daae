import type { UserKey } from '../../shared/identifiers/user-key';
import type { RequestOrigin } from '../../shared/request-origin';
import type { Result } from '../../shared/result';

/** A one-time password that no device of the user accepts; `too-many-attempts` if the budget is used up. */
export type DeviceProofRefusal =
  | 'not-a-one-time-password'
  | 'one-time-password-wrong'
  | 'already-used'
  | 'too-many-attempts';

/** @property trustedFrom end of its probation; null once it is trusted */
export type DescribedDevice = { name: string; state: 'active' | 'locked'; trustedFrom: Date | null };

/**
 * @property devices all of them, newest activation first
 * @property hasAny see `hasAny`
 * @property mayVouch whether one of a user's devices may
 * @property takesOneTimePassword whether a one-time password of one of them can be checked
 * @property trustedNext when the first device on probation may vouch; null if none is on probation
 */
export type VouchingSummary = {
  devices: readonly DescribedDevice[];
  hasAny: boolean;
  mayVouch: boolean;
  takesOneTimePassword: boolean;
  trustedNext: Date | null;
};

/** PORT: the devices that can vouch for a user. Every method throws `GatewayError` if the gateway fails. */
export interface VouchingDevices {
  /** In any state, so that locking the only device does not open the way of a first one. */
  hasAny(user: UserKey): Promise<boolean>;
  /** Whether a device of the user may vouch: it is active, and not on probation. */
  mayVouch(user: UserKey, instanceId: string): Promise<boolean>;
  describe(user: UserKey): Promise<VouchingSummary>;
  /** Checks a one-time password against each usable device. */
  verifyOneTimePassword(user: UserKey, typed: string, origin: RequestOrigin): Promise<Result<null, DeviceProofRefusal>>;
}
