import type { Session, SessionId } from './session';

/** PORT: the sessions that are valid, known to all replicas. */
export interface SessionStore {
  create(session: Session): Promise<void>;
  /** @returns null when it is unknown, revoked or expired at `now` */
  find(id: SessionId, now: Date): Promise<Session | null>;
  /** Notes that the password was checked just now. */
  confirm(id: SessionId, authenticatedAt: Date): Promise<void>;
  revoke(id: SessionId, now: Date): Promise<void>;
  /** @param except a session that stays @returns how many were revoked */
  revokeAll(userId: string, domain: string, except: SessionId | null, now: Date): Promise<number>;
  /** Forgets sessions that ended before `before`. */
  purge(before: Date): Promise<number>;
}
