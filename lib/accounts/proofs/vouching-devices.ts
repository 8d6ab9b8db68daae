import type { UserKey } from '../../shared/identifiers/user-key';
import type { RequestOrigin } from '../../shared/request-origin';
import type { Result } from '../../shared/result';

/** A one-time password that is no proof; `too-many-one-time-passwords` if the day's budget is used up. */
export const DEVICE_PROOF_REFUSALS = [
  'not-a-one-time-password',
  'one-time-password-wrong',
  'already-used',
  'too-many-one-time-passwords',
] as const;

export type DeviceProofRefusal = (typeof DEVICE_PROOF_REFUSALS)[number];

/** @property instanceId the device that shows the code; null, or one that is not the user's, for the one used last */
export type TypedOneTimePassword = { typed: string; instanceId: string | null };

/** A device whose one-time passwords are proofs. */
export type CodeDevice = { instanceId: string; name: string };

/** @property trustedFrom end of its probation; null once it is trusted */
export type DescribedDevice = { name: string; state: 'active' | 'locked'; trustedFrom: Date | null };

/**
 * @property devices all of them, newest activation first
 * @property hasAny see `hasAny`
 * @property mayVouch whether any of the user's devices may
 * @property takesCodes whether the gateway can check one-time passwords
 * @property codeDevices those whose one-time passwords can be checked, the last used first
 * @property trustedNext when the first device on probation may vouch; null if none is on probation
 */
export type VouchingSummary = {
  devices: readonly DescribedDevice[];
  hasAny: boolean;
  mayVouch: boolean;
  takesCodes: boolean;
  codeDevices: readonly CodeDevice[];
  trustedNext: Date | null;
};

/** PORT: the devices that can vouch for a user. Every method throws `GatewayError` if the gateway fails. */
export interface VouchingDevices {
  /** In any state, so that locking the only device does not make the next one a first device. */
  hasAny(user: UserKey): Promise<boolean>;
  /** Whether a device of the user may vouch: it is active, and not on probation. */
  mayVouch(user: UserKey, instanceId: string): Promise<boolean>;
  /** Whether the user has this device and no other, in any state, and it is active. */
  isOnlyDevice(user: UserKey, instanceId: string): Promise<boolean>;
  describe(user: UserKey): Promise<VouchingSummary>;
  /** Checks a one-time password against one usable device, within the user's daily budget. */
  verifyOneTimePassword(
    user: UserKey,
    oneTimePassword: TypedOneTimePassword,
    origin: RequestOrigin,
  ): Promise<Result<null, DeviceProofRefusal>>;
}
