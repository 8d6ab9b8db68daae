import type { AccountPorts } from '../../../accounts/account-ports';
import type { SelfRegistration } from '../../../accounts/users/self-registration';
import type { SideEffects } from '../../../messaging/new-message';
import type { UserKey } from '../../../shared/identifiers/user-key';
import type { CodeHash, TypedCode } from '../mailed-secret';

/**
 * One attempt to register.
 * @property holderHash of the browser, which alone can confirm it
 * @property bars whether its person may not sign in by password until somebody has read their mail
 */
export type Registration = { id: string; user: UserKey; holderHash: string; bars: boolean; startedAt: Date };

export type RegistrationCode = { secretHash: string; triesLeft: number; expiresAt: Date };

/** PORT: registrations that are not confirmed. Each method is one transaction. */
export interface RegistrationStore {
  begin(registration: Registration): Promise<void>;
  /** Keeps the code with the mail that carries it. The same browser's earlier codes for this person are over. */
  keepCode(registration: Registration, code: RegistrationCode, sideEffects: SideEffects): Promise<void>;
  drop(id: string): Promise<void>;
  /** Whether a registration bars a person. */
  isPending(user: UserKey): Promise<boolean>;
  /** Takes one of a code's tries, and compares. Of tries made at once no more count than there are. */
  try(user: UserKey, code: TypedCode, now: Date): Promise<boolean>;
  /**
   * Uses a code up, once, and ends every registration of its person.
   * @returns whether its registration barred them; null if the code has been used
   */
  confirm(user: UserKey, secretHash: string): Promise<{ barred: boolean } | null>;
  /** Deletes those that bar nobody. */
  deleteStartedBefore(time: Date): Promise<void>;
  /** Whom a registration of before then bars, each once. */
  listBarredBefore(time: Date): Promise<UserKey[]>;
  /** Deletes those registrations of somebody. */
  liftStartedBefore(time: Date, user: UserKey): Promise<void>;
}

/** @property selfRegistration null where people do not register themselves */
export type SelfRegistrationPorts = AccountPorts & {
  selfRegistration: SelfRegistration | null;
  registrations: RegistrationStore;
  hash: CodeHash;
};
