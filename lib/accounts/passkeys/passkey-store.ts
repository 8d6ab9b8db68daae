import type { ActivationId } from '../../shared/identifiers/activation-id';
import type { UserKey } from '../../shared/identifiers/user-key';
import type { Result } from '../../shared/result';
import type { OpenSession } from '../sessions/session';
import type { Passkey, PasskeyId } from './passkey';

/** The purpose of an answer. Clause: WebAuthn §13.4.3, a challenge is valid for one ceremony. */
export type PasskeyPurpose = 'sign-in' | 'proof' | 'registration';

/** An open challenge. */
export type PasskeyChallenge = {
  /** 32 random bytes in base64url. */
  challenge: string;
  purpose: PasskeyPurpose;
  /** Who may answer: a session, or the browser of a user who is signing in. At most 80 characters. */
  holder: string;
  expiresAt: Date;
  /** For a registration, what the new passkey gets; null for any other. */
  registration: { number: number; userHandle: string } | null;
};

/** PORT: stores passkeys and their open challenges, shared by all replicas. */
export interface PasskeyStore {
  /** The oldest first. */
  list(user: UserKey): Promise<Passkey[]>;
  find(credentialId: string): Promise<Passkey | null>;
  /**
   * `changed-meanwhile`: the user has another passkey of the same number, or the adding session has ended. An end of
   * the session at the same moment either comes first, and nothing is added, or waits for the insertion.
   * @param voucher used up; `changed-meanwhile` also if it was before. None by default
   */
  add(
    passkey: Passkey,
    session: OpenSession,
    voucher?: ActivationId | null,
  ): Promise<Result<null, 'already-registered' | 'changed-meanwhile'>>;
  /**
   * Records a use if its counter is greater than the last one, or if both are 0, and if the user's account is not
   * frozen, which suspends their passkeys. One statement, so that only one of two uses with the same counter is
   * recorded.
   */
  recordUse(id: PasskeyId, use: { counter: number; isBackedUp: boolean; at: Date }): Promise<boolean>;
  /** @returns false if the user has no such passkey */
  rename(user: UserKey, id: PasskeyId, name: string): Promise<boolean>;
  /**
   * `last-passkey`: the user's password is off, and they have no other passkey.
   * @returns the removed one
   */
  remove(user: UserKey, id: PasskeyId): Promise<Result<Passkey, 'not-found' | 'last-passkey'>>;
  keepChallenge(challenge: PasskeyChallenge): Promise<void>;
  /** Removes and returns a challenge, so that each is answered once. @returns null if `holder` has no such one */
  takeChallenge(challenge: string, holder: string): Promise<PasskeyChallenge | null>;
  /** Deletes challenges that expired before `before`. */
  purgeChallenges(before: Date): Promise<void>;
}
