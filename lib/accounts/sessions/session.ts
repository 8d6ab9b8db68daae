import { hexFromBytes } from '../../shared/bytes';
import type { InvitationId } from '../../shared/identifiers/invitation-id';
import type { Random } from '../../shared/random';
import type { RequestTrace } from '../../shared/request-origin';
import { MINUTE } from '../../shared/time/duration';
import { hasProof, type Proofs } from '../proofs/proof';
import { IDENTITY } from '../proofs/proof-policy';
import type { Principal } from '../users/principal';
import { isStaff } from '../users/role';
import type { User } from '../users/user';

/** `ses-` and 64 hexadecimal digits, 256 random bits. With the session secret it authenticates the user. */
export type SessionId = string & { readonly brand: 'SessionId' };

export function parseSessionId(text: unknown): SessionId | null {
  return typeof text === 'string' && /^ses-[0-9a-f]{64}$/.test(text) ? (text as SessionId) : null;
}

export function generateSessionId(random: Random): SessionId {
  return `ses-${hexFromBytes(random.bytes(32))}` as SessionId;
}

export type Session = {
  id: SessionId;
  userId: string;
  domain: string;
  createdAt: Date;
  /** How the user proved their identity, and when. */
  proofs: Proofs;
  expiresAt: Date;
  /** The invitation that opened the session and limits it; null for a full session. */
  invitationId: InvitationId | null;
  /** The origin it was opened from. */
  trace: RequestTrace;
  /** Time of its last page or action, to within `SEEN_WITHIN_MS`. */
  lastSeenAt: Date;
};

/** A session that has to be open at `now`. */
export type OpenSession = { id: SessionId; now: Date };

/** In milliseconds: the last activity of a session is stored no more often. */
export const SEEN_WITHIN_MS = MINUTE;

/**
 * Whether a staff session timed out. Clause: OWASP ASVS 5.0 7.3.1.
 * @param staffIdleMs counted to within `SEEN_WITHIN_MS`
 */
export function isLeftIdle(
  { lastSeenAt }: Pick<Session, 'lastSeenAt'>,
  user: Pick<User, 'roles'>,
  staffIdleMs: number,
  now: Date,
): boolean {
  return isStaff(user) && now.getTime() - lastSeenAt.getTime() >= staffIdleMs;
}

/** A signed-in user, as actions and use cases see them. */
export type SignedIn = Principal & { session: Session };

/**
 * Whether a sensitive action must ask for the password again. Never in an invited session: its user may have no
 * password, and it is short and narrow.
 * @param maximumAgeMs 0 asks every time
 */
export function isStepUpDue(session: Session, maximumAgeMs: number, now: Date): boolean {
  if (session.invitationId !== null) return false;
  return !hasProof(session.proofs, IDENTITY, maximumAgeMs, now);
}
