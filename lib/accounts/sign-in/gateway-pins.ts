import type { UserKey } from '../../shared/identifiers/user-key';
import type { GatewayChange } from './gateway-change';

/** @property current null where an administrator has reset the PIN, so that there is none */
export type PinChange = { current: string | null; new: string; oneTimePassword: string };

/** PORT: PINs that an authentication server keeps, and wants in front of one-time passwords. */
export interface GatewayPins {
  /**
   * Compares the one-time password and the current PIN, and sets a new one, in one step.
   * @returns `rejected` also for a new one that is not of digits, or of more than the gateway takes
   * @throws GatewayError when the gateway fails, after which the PIN may be either
   */
  change(user: UserKey, change: PinChange): Promise<GatewayChange>;
}
