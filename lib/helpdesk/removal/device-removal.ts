import { hexFromBytes } from '../../shared/bytes';
import type { Random } from '../../shared/random';
import { accept, refuse, type Result } from '../../shared/result';
import type { ReissueReason } from '../../caller-check/reissue-reason';
import type { UserKey } from '../../shared/identifiers/user-key';
import type { SideEffects } from '../../messaging/new-message';

/** `rem-` and 32 hexadecimal digits, 128 random bits. Not a secret. */
export type DeviceRemovalId = string & { readonly brand: 'DeviceRemovalId' };

export function parseDeviceRemovalId(text: string): DeviceRemovalId | null {
  return /^rem-[0-9a-f]{32}$/.test(text) ? (text as DeviceRemovalId) : null;
}

export function generateDeviceRemovalId(random: Random): DeviceRemovalId {
  return `rem-${hexFromBytes(random.bytes(16))}` as DeviceRemovalId;
}

type Common = {
  readonly id: DeviceRemovalId;
  /** Grows by one with every move; a save must name the version it read. */
  readonly version: number;
  /** The device's owner. */
  readonly userId: string;
  readonly domain: string;
  readonly instanceId: string;
  readonly reason: ReissueReason;
  readonly ticket: string;
  /** Why it could not wait for approval; null if it could. */
  readonly justification: string | null;
  /** The agent. */
  readonly requestedBy: string;
  readonly requestedAt: Date;
};

export type RemovalAwaiting = Common & { readonly state: 'awaiting-approval'; readonly endsAt: Date };
/** Due at the gateway. @property decidedBy null after break-glass */
export type RemovalApproved = Common & { readonly state: 'approved'; readonly decidedBy: string | null };
export type RemovalDone = Common & {
  readonly state: 'removed';
  readonly decidedBy: string | null;
  readonly endedAt: Date;
};
export type RemovalDeclined = Common & {
  readonly state: 'declined';
  readonly decidedBy: string;
  readonly endedAt: Date;
};
export type RemovalExpired = Common & { readonly state: 'expired'; readonly endedAt: Date };

/** A request to remove a device, which always needs approval. */
export type DeviceRemoval = RemovalAwaiting | RemovalApproved | RemovalDone | RemovalDeclined | RemovalExpired;

function common(removal: DeviceRemoval): Common {
  const { id, version, userId, domain, instanceId, reason, ticket, justification, requestedBy, requestedAt } = removal;
  const asked = { reason, ticket, justification, requestedBy, requestedAt };
  return { id, version: version + 1, userId, domain, instanceId, ...asked };
}

/** @param decidedBy null after break-glass */
export function approveRemoval(removal: RemovalAwaiting, decidedBy: string | null): RemovalApproved {
  return { ...common(removal), state: 'approved', decidedBy };
}

export function declineRemoval(removal: RemovalAwaiting, decidedBy: string, now: Date): RemovalDeclined {
  return { ...common(removal), state: 'declined', decidedBy, endedAt: now };
}

export function expireRemoval(removal: RemovalAwaiting, now: Date): Result<RemovalExpired, 'not-yet'> {
  return now < removal.endsAt
    ? refuse('not-yet')
    : accept({ ...common(removal), state: 'expired' as const, endedAt: now });
}

export function finishRemoval(removal: RemovalApproved, now: Date): RemovalDone {
  return { ...common(removal), state: 'removed', decidedBy: removal.decidedBy, endedAt: now };
}

/** PORT: stores removals. Every write is one transaction with its side effects. */
export interface DeviceRemovalStore {
  find(id: DeviceRemovalId): Promise<DeviceRemoval | null>;
  /** Of one domain, oldest first. */
  listAwaiting(domain: string, limit: number): Promise<RemovalAwaiting[]>;
  /** Newest first. */
  listFor(user: UserKey, limit: number): Promise<DeviceRemoval[]>;
  /** Undecided ones that are overdue, and approved ones that are not carried out yet. */
  listDue(now: Date, limit: number): Promise<(RemovalAwaiting | RemovalApproved)[]>;
  /** A device has at most one current removal. */
  create(removal: RemovalAwaiting | RemovalApproved, sideEffects: SideEffects): Promise<Result<null, 'already-asked'>>;
  /** Saves a move; `removal.version` is one above the version that was read. */
  save(removal: DeviceRemoval, sideEffects: SideEffects): Promise<Result<null, 'version-moved'>>;
}
