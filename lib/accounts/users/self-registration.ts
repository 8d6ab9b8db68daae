import type { UserKey } from '../../shared/identifiers/user-key';

/** PORT: an authentication server that makes an account for whoever the directory behind it knows. */
export interface SelfRegistration {
  /** @returns whether the password is right, after which there is an account @throws GatewayError */
  register(user: UserKey, password: string): Promise<boolean>;
}
