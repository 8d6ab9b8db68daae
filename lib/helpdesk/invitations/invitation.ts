import { MINUTE } from '../../shared/time/duration';
import { accept, refuse, type Result } from '../../shared/result';
import type { InvitationId } from '../../shared/identifiers/invitation-id';
import { onceApproved, onceReplaced, type OldDevice } from './old-device';
import type { Reissue } from './reissue';

/** How the opener proved to be the invited user. */
export type Proof = 'code' | 'password' | 'read-out' | 'signed-in';

export type RevocationReason =
  | 'by-staff'
  | 'replaced'
  | 'too-many-wrong-codes'
  | 'not-me'
  | 'password-reset'
  | 'account-disabled'
  | 'account-frozen';

type Common = Reissue & {
  readonly id: InvitationId;
  /** Grows by one with every move; a save must name the version it read. */
  readonly version: number;
  /** The invited user. */
  readonly userId: string;
  readonly domain: string;
  /** The agent. */
  readonly requestedBy: string;
  readonly requestedAt: Date;
  readonly oldDevice: OldDevice | null;
};

/** Expires at `endsAt`. */
type Current = { readonly endsAt: Date };

type Sent = {
  /** The approver; null if none was needed. */
  readonly approvedBy: string | null;
  readonly sentAt: Date;
};

export type AwaitingApproval = Common & Current & { readonly state: 'awaiting-approval' };

/** The code that a browser shows for the user to read out by telephone. */
export type ReadOut = {
  readonly codeHash: string;
  /** Hash of that browser's secret. */
  readonly browserHash: string;
};

/** Sent: the link opens it. Hashes are hexadecimal. */
export type Live = Common &
  Current &
  Sent & {
    readonly state: 'live';
    readonly tokenHash: string;
    /** Set if a second code was sent. */
    readonly codeHash: string | null;
    readonly readOut: ReadOut | null;
  };

type Entered = { readonly openedAt: Date; readonly proof: Proof };

/** One browser may activate a device. */
export type Opened = Common &
  Current &
  Sent &
  Entered & {
    readonly state: 'opened';
    /**
     * Hash of what it belongs to: the secret of the browser that opened it, or the ID of the session that its user was
     * signed in with. Null if an earlier version opened it for a session, so that it belongs to none.
     */
    readonly holderHash: string | null;
  };

/** The new device works. */
export type Used = Common &
  Sent &
  Entered & {
    readonly state: 'used';
    readonly activationId: string;
    readonly instanceId: string;
    readonly endedAt: Date;
  };

/** How far it had come. */
type Ended = { readonly sentAt: Date | null; readonly openedAt: Date | null; readonly endedAt: Date };

export type Revoked = Common &
  Ended & { readonly state: 'revoked'; readonly why: RevocationReason; readonly revokedBy: string | null };
export type Expired = Common & Ended & { readonly state: 'expired' };
export type Declined = Common & Ended & { readonly state: 'declined'; readonly declinedBy: string };

export type CurrentInvitation = AwaitingApproval | Live | Opened;
export type EndedInvitation = Used | Revoked | Expired | Declined;
export type Invitation = CurrentInvitation | EndedInvitation;
export type InvitationState = Invitation['state'];

export const CURRENT_STATES = ['awaiting-approval', 'live', 'opened'] as const satisfies InvitationState[];

/** How long an opened invitation lasts, in milliseconds, whatever was left of the link's lifetime. */
export const OPENED_LIFETIME_MS = 30 * MINUTE;

export function isCurrent(invitation: Invitation): invitation is CurrentInvitation {
  return (CURRENT_STATES as readonly string[]).includes(invitation.state);
}

function common(invitation: Invitation): Common {
  const { id, version, userId, domain, requestedBy, requestedAt, oldDevice } = invitation;
  const { reason, reasonText, ticket, delivery, lifetimeMs, evidence, justification } = invitation;
  const reissue = { reason, reasonText, ticket, delivery, lifetimeMs, evidence, justification };
  return { id, version: version + 1, userId, domain, requestedBy, requestedAt, oldDevice, ...reissue };
}

function ended(invitation: Invitation, now: Date): Common & Ended {
  const sentAt = 'sentAt' in invitation ? invitation.sentAt : null;
  const openedAt = 'openedAt' in invitation ? invitation.openedAt : null;
  return { ...common(invitation), sentAt, openedAt, endedAt: now };
}

/** Starts the link's lifetime. @param approvedBy null if no approval was needed */
export function send(
  invitation: AwaitingApproval,
  secrets: { tokenHash: string; codeHash: string | null },
  approvedBy: string | null,
  now: Date,
): Live {
  const endsAt = new Date(now.getTime() + invitation.lifetimeMs);
  const delivery = { approvedBy, sentAt: now, endsAt, ...secrets, readOut: null };
  return { ...common(invitation), state: 'live', oldDevice: onceApproved(invitation.oldDevice), ...delivery };
}

export function decline(invitation: AwaitingApproval, declinedBy: string, now: Date): Declined {
  return { ...ended(invitation, now), state: 'declined', declinedBy };
}

/** Replaces the read-out code, so that only the latest browser's counts. */
export function showReadOut(invitation: Live, readOut: ReadOut): Live {
  return { ...invitation, ...common(invitation), readOut };
}

/** @param entered.holderHash see `Opened` */
export function open(
  invitation: Live,
  { proof, holderHash }: { proof: Proof; holderHash: string },
  now: Date,
): Result<Opened, 'over'> {
  if (now >= invitation.endsAt) return refuse('over');
  const { approvedBy, sentAt } = invitation;
  const endsAt = new Date(now.getTime() + OPENED_LIFETIME_MS);
  const opening = { openedAt: now, proof, holderHash };
  return accept({ ...common(invitation), state: 'opened', approvedBy, sentAt, endsAt, ...opening });
}

/** The new device works, so the old one becomes due. */
export function complete(
  invitation: Opened,
  { activationId, instanceId }: { activationId: string; instanceId: string },
  now: Date,
): Used {
  const { approvedBy, sentAt, openedAt, proof } = invitation;
  const completion = { approvedBy, sentAt, openedAt, proof, activationId, instanceId, endedAt: now };
  return { ...common(invitation), state: 'used', oldDevice: onceReplaced(invitation.oldDevice), ...completion };
}

export function revoke(
  invitation: CurrentInvitation,
  { why, revokedBy }: { why: RevocationReason; revokedBy: string | null },
  now: Date,
): Revoked {
  return { ...ended(invitation, now), state: 'revoked', why, revokedBy };
}

export function expire(invitation: CurrentInvitation, now: Date): Result<Expired, 'not-yet'> {
  if (now < invitation.endsAt) return refuse('not-yet');
  return accept({ ...ended(invitation, now), state: 'expired' });
}

/** Updates the old device, in any state of the invitation. */
export function withOldDevice<Any extends Invitation>(invitation: Any, oldDevice: OldDevice): Any {
  return { ...invitation, version: invitation.version + 1, oldDevice };
}
