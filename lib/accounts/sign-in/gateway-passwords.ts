import type { UserKey } from '../../shared/identifiers/user-key';
import type { GatewayChange } from './gateway-change';

/** PORT: passwords that an authentication server keeps, or a directory behind it. */
export interface GatewayPasswords {
  readonly keptBy: 'server' | 'directory';
  /**
   * Compares the current password and sets a new one, in one step.
   * @throws GatewayError when the gateway fails, after which the password may be either
   */
  change(user: UserKey, passwords: { current: string; new: string }): Promise<GatewayChange>;
}

/** PORT: an authentication server that learns a password which was changed in the directory behind it. */
export interface PasswordSync {
  /**
   * @returns `wrong` for a password that the directory does not have, and for a one-time password that is none of the user's
   * @throws GatewayError when the gateway fails, after which it may have learned it or not
   */
  learn(user: UserKey, typed: { password: string; oneTimePassword: string }): Promise<GatewayChange>;
}
