import type { UserKey } from '../../shared/identifiers/user-key';

/** How one-time passwords reach people: at the number or the address that the authentication server has of them. */
export type Delivery = 'sms' | 'mail' | 'voice';

/**
 * How often one person may have one sent, and for how many days from the first; null where the server's policy sets no
 * limit.
 */
export type VirtualLimits = { uses: number | null; days: number | null };

/** PORT: one-time passwords that the authentication server makes and sends, in place of a device that shows them. */
export interface VirtualAuthenticator {
  readonly delivery: Delivery;
  readonly limits: VirtualLimits;
  /**
   * Has one sent to whoever knows the password.
   * @returns the key of the challenge that it answers; null where none is sent, for whatever reason
   * @throws GatewayError
   */
  send(user: UserKey, password: string): Promise<string | null>;
  /** @param challengeKey of `send` @throws GatewayError */
  verify(user: UserKey, challengeKey: string, oneTimePassword: string): Promise<boolean>;
}
