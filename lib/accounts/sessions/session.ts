import { hexFromBytes } from '../../shared/bytes';
import type { InvitationId } from '../../shared/identifiers/invitation-id';
import type { Random } from '../../shared/random';
import type { Principal } from '../users/principal';

/** `ses-` and 64 hexadecimal digits, 256 random bits. Whoever knows it and the session secret is the user. */
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
  /** When the person last proved who they are: with the password, or with a phone when they signed in. */
  authenticatedAt: Date;
  expiresAt: Date;
  /** Set when the person was let in by an invitation: then the session may do no more than that allows. */
  invitationId: InvitationId | null;
};

/** A signed-in person, as actions and use cases see them. */
export type SignedIn = Principal & { session: Session };

/**
 * Whether a sensitive action must ask for the password again. Never of somebody who was let in by an invitation: they may
 * have none, and their session is short and may do one thing.
 * @param maximumAgeMs 0 asks every time
 */
export function isStepUpDue(session: Session, maximumAgeMs: number, now: Date): boolean {
  if (session.invitationId !== null) return false;
  return now.getTime() - session.authenticatedAt.getTime() >= maximumAgeMs;
}
