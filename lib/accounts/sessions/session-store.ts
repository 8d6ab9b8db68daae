import type { UserKey } from '../../shared/identifiers/user-key';
import type { ProofKind } from '../proofs/proof';
import type { Session, SessionId } from './session';

/**
 * A user's epoch is renewed whenever all their sessions end. Read it before checking a proof: the session then opens
 * only if they have not been ended since.
 * @property endedAt when they last were; null for never
 * @property isFirst whether the user has never had a session
 */
export type SessionEpoch = { number: number; endedAt: Date | null; isFirst: boolean };

/** PORT: stores sessions, shared by all replicas. The end of each is reported to the `ChangeFeed`. */
export interface SessionStore {
  /** Works for unknown users too, and stores nothing. */
  epochOf(user: UserKey): Promise<SessionEpoch>;
  /** @returns false if a new epoch has begun, or the account is frozen; the session is not created then */
  create(session: Session, epoch: SessionEpoch): Promise<boolean>;
  /** @returns null if it is unknown, revoked, or expired at `now` */
  find(id: SessionId, now: Date): Promise<Session | null>;
  /** The sessions of a user that `find` would find, the last seen first. */
  listFor(user: UserKey, now: Date, limit: number): Promise<Session[]>;
  /** Adds a proof, or replaces an earlier one of its kind. */
  prove(id: SessionId, kind: ProofKind, at: Date): Promise<void>;
  /** Saves when a session was last seen. Does not bring a revoked one back, and never moves backwards. */
  see(id: SessionId, at: Date): Promise<void>;
  /** @returns false if it was not valid any more */
  revoke(id: SessionId, now: Date): Promise<boolean>;
  /** Begins a new epoch. @param except a session to keep @returns how many were revoked */
  revokeAll(userId: string, domain: string, except: SessionId | null, now: Date): Promise<number>;
  /** Deletes sessions that ended before `before`. */
  purge(before: Date): Promise<number>;
}
