import type { Role } from '../../accounts/users/role';
import type { SideEffects } from '../../messaging/new-message';
import { hexFromBytes } from '../../shared/bytes';
import type { Random } from '../../shared/random';
import type { UserKey } from '../../shared/identifiers/user-key';
import type { RequestOrigin } from '../../shared/request-origin';
import type { Result } from '../../shared/result';

/** `chg-` and 32 hexadecimal digits. Not secret. */
export type ChangeRequestId = string & { readonly brand: 'ChangeRequestId' };

export function parseChangeRequestId(text: string): ChangeRequestId | null {
  return /^chg-[0-9a-f]{32}$/.test(text) ? (text as ChangeRequestId) : null;
}

export function generateChangeRequestId(random: Random): ChangeRequestId {
  return `chg-${hexFromBytes(random.bytes(16))}` as ChangeRequestId;
}

/** What is to become of a person's account, or of a device of theirs. */
export type PersonChange =
  | { change: 'disable' | 'remove'; role: null; instanceId: null }
  | { change: 'take-role'; role: Role; instanceId: null }
  | { change: 'lock-device' | 'unlock-device'; role: null; instanceId: string };

export type ChangeKind = PersonChange['change'];

/** While it waits and afterwards. `withdrawn`: it was agreed to, and a rule forbids it by now. */
export type ChangeState = 'awaiting-approval' | 'approved' | 'done' | 'withdrawn' | 'declined' | 'expired';

/** A change that takes a second person. @property ticket null where the system has none */
export type ChangeRequest = PersonChange & {
  readonly id: ChangeRequestId;
  /** Grows by one with every move; a save must name the version it read. */
  readonly version: number;
  readonly state: ChangeState;
  readonly userId: string;
  readonly domain: string;
  readonly ticket: string | null;
  /** See `requesterKey`. */
  readonly requestedBy: string;
  readonly requestedAt: Date;
  readonly endsAt: Date;
  /** The second person; null while there is none. */
  readonly decidedBy: string | null;
  readonly endedAt: Date | null;
};

/** PORT: changes that take a second person. Every write is one transaction with its side effects. */
export interface ChangeRequestStore {
  find(id: ChangeRequestId): Promise<ChangeRequest | null>;
  /** Of one domain, oldest first. */
  listAwaiting(domain: string, limit: number): Promise<ChangeRequest[]>;
  /** Undecided ones that are overdue, and approved ones that are not carried out yet. */
  listDue(now: Date, limit: number): Promise<ChangeRequest[]>;
  /** The same change is asked for once at a time. */
  create(request: ChangeRequest, sideEffects: SideEffects): Promise<Result<null, 'already-asked'>>;
  /** Saves a move; `request.version` is one above the version that was read. */
  save(request: ChangeRequest, sideEffects: SideEffects): Promise<Result<null, 'version-moved'>>;
}

/**
 * PORT: changes of accounts, which are another room's. A change that is so already is done; any other refusal says that a
 * rule forbids it by now.
 */
export interface AccountChanges {
  disable(target: UserKey, origin: RequestOrigin): Promise<Result<null, string>>;
  remove(target: UserKey, origin: RequestOrigin): Promise<Result<null, string>>;
  takeRole(target: UserKey, role: Role, origin: RequestOrigin): Promise<Result<null, string>>;
}
