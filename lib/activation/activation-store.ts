import type { UserKey } from '../shared/identifiers/user-key';
import type { AuditEvent } from '../audit/audit-event';
import type { InvitationId } from '../shared/identifiers/invitation-id';
import { MINUTE } from '../shared/time/duration';
import type { Result } from '../shared/result';
import type { Activation, PendingActivation, Requested } from './activation';
import type { ActivationId } from '../shared/identifiers/activation-id';

/** By how much the clocks of replicas may differ. */
export const CLOCK_DOUBT_MS = MINUTE;

/**
 * PORT: keeps activations. Every write is one transaction with its audit events and a change notice to the
 * `ChangeFeed`, under the names of the activation and of its invitation: either all of it is durable when the promise
 * resolves, or nothing is.
 */
export interface ActivationStore {
  find(id: ActivationId): Promise<Activation | null>;
  /** A person has at most one pending activation. */
  findPending(user: UserKey): Promise<PendingActivation | null>;
  findByStartKey(user: UserKey, startKey: string): Promise<Activation | null>;
  findByRegistration(registrationIdentifier: string): Promise<Activation | null>;
  /** The newest that belongs to an invitation. */
  findInvited(invitationId: InvitationId): Promise<Activation | null>;
  /**
   * Pending activations that nobody looks after at `now`; those that expire first in front. Where one was
   * requested, and its lease ends, more than `CLOCK_DOUBT_MS` in the future, the clock has been set back since: the lease is none.
   */
  listDue(now: Date, limit: number): Promise<PendingActivation[]>;
  /** Takes a pending activation that nobody looks after at `now` into one's care until then. @returns whether it was free */
  lease(id: ActivationId, now: Date, until: Date): Promise<boolean>;
  /** Changes when the lease on it ends. */
  extendLease(id: ActivationId, until: Date): Promise<void>;
  /** A person's own starts since then, without invitation, that a gateway did not refuse. */
  countStarts(user: UserKey, since: Date): Promise<number>;
  /** The first of those starts, from which follows when the next one is possible. */
  oldestStart(user: UserKey, since: Date): Promise<Date | null>;
  /**
   * @param startKey at most 64 characters, made by the browser for one press of the button; null when there is none
   * @param leasedUntil the caller's lease on it
   */
  create(
    activation: Requested,
    startKey: string | null,
    leasedUntil: Date,
    events: AuditEvent[],
  ): Promise<Result<null, 'already-pending' | 'start-key-used'>>;
  /**
   * Saves a move; `activation.version` is one above the version that was read.
   * @param leasedUntil when the lease on it ends from now on; left as it was without
   */
  save(activation: Activation, events: AuditEvent[], leasedUntil?: Date | null): Promise<Result<null, 'version-moved'>>;
}

/** A store of which some methods are replaced, usually by ones that do more around the same call. */
export function wrapActivationStore(store: ActivationStore, replaced: Partial<ActivationStore>): ActivationStore {
  return {
    find: (id) => store.find(id),
    findPending: (user) => store.findPending(user),
    findByStartKey: (user, startKey) => store.findByStartKey(user, startKey),
    findByRegistration: (registrationIdentifier) => store.findByRegistration(registrationIdentifier),
    findInvited: (invitationId) => store.findInvited(invitationId),
    listDue: (now, limit) => store.listDue(now, limit),
    lease: (id, now, until) => store.lease(id, now, until),
    extendLease: (id, until) => store.extendLease(id, until),
    countStarts: (user, since) => store.countStarts(user, since),
    oldestStart: (user, since) => store.oldestStart(user, since),
    create: (activation, startKey, leasedUntil, events) => store.create(activation, startKey, leasedUntil, events),
    save: (activation, events, leasedUntil) => store.save(activation, events, leasedUntil),
    ...replaced,
  };
}
