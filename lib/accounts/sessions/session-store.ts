import type { UserKey } from '../../shared/identifiers/user-key';
import type { Session, SessionId } from './session';

/**
 * Which of a person's epochs it is: a new one begins whenever all their sessions end. Read it before a proof is checked, and
 * the session opens only when they have not been ended since.
 * @property endedAt when they last were; null for never
 */
export type SessionEpoch = { number: number; endedAt: Date | null };

/** PORT: the sessions that are valid, known to all replicas. */
export interface SessionStore {
  /** Of somebody who is not known, too: nothing is kept of asking. */
  epochOf(user: UserKey): Promise<SessionEpoch>;
  /** Opens a session of this epoch. @returns false when another has begun, and then there is no session */
  create(session: Session, epoch: SessionEpoch): Promise<boolean>;
  /** @returns null when it is unknown, revoked or expired at `now` */
  find(id: SessionId, now: Date): Promise<Session | null>;
  /** Notes that the password was checked just now. */
  confirm(id: SessionId, authenticatedAt: Date): Promise<void>;
  revoke(id: SessionId, now: Date): Promise<void>;
  /** Begins a new epoch. @param except a session that stays @returns how many were revoked */
  revokeAll(userId: string, domain: string, except: SessionId | null, now: Date): Promise<number>;
  /** Forgets sessions that ended before `before`. */
  purge(before: Date): Promise<number>;
}
