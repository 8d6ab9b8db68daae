import type { UserKey } from '../shared/identifiers/user-key';
import type { AuditEvent } from '../audit/audit-event';
import type { UsedUp } from '../accounts/proofs/check-proofs';
import type { SessionId } from '../accounts/sessions/session';
import type { InvitationId } from '../shared/identifiers/invitation-id';
import { MINUTE } from '../shared/time/duration';
import type { Result } from '../shared/result';
import type { Activation, FailureReason, PendingActivation, Requested } from './activation';
import { REGISTER_REFUSALS } from './activation-gateway';
import type { ActivationId } from '../shared/identifiers/activation-id';

/** The largest tolerated difference between replicas' clocks. */
export const CLOCK_DOUBT_MS = MINUTE;

/** With which a start does not count against its user: the gateway began nothing, and not because of the person. */
export const UNCOUNTED_FAILURES: readonly FailureReason[] = [...REGISTER_REFUSALS, 'gateway-failed'];

/** @property same the activation that the start key started, in any state @property pending see `findPending` */
export type Started = { same: Activation | null; pending: PendingActivation | null };

/**
 * The session in which a user starts or continues an activation. An activation link that the session has opened then
 * leads to it. What it uses up is consumed, and lets the session see the image. A start that uses nothing up, and that no
 * invitation grants, lets the device vouch for one backup; see `BackupVouchers`.
 */
export type StartSource = UsedUp & { session: SessionId };

/** Somebody else, or an earlier press, was faster. */
export type UsedBefore = 'recovery-code-used' | 'voucher-used';

/**
 * PORT: stores activations. Every write is one transaction with its audit events and a notice to the `ChangeFeed`,
 * under the identifiers of the activation and of its invitation. It is durable when the promise resolves.
 */
export interface ActivationStore {
  /** One of another domain is not there. */
  find(id: ActivationId, domain: string): Promise<Activation | null>;
  /** A user has at most one pending activation. */
  findPending(user: UserKey): Promise<PendingActivation | null>;
  /** Everything that a start depends on, in one read. */
  findStarted(user: UserKey, startKey: string | null): Promise<Started>;
  findByRegistration(registrationIdentifier: string): Promise<Activation | null>;
  /** The newest under an invitation. */
  findInvited(invitationId: InvitationId): Promise<Activation | null>;
  /** The sum of the versions of all activations under an invitation; 0 if there are none. It never decreases. */
  countInvitedMoves(invitationId: InvitationId): Promise<number>;
  /**
   * Of every domain: pending activations without a live lease at `now`, the first to expire first. If an activation was
   * requested, and its lease ends, more than `CLOCK_DOUBT_MS` in the future, the clock has been set back since, and the
   * lease does not count.
   */
  listDue(now: Date, limit: number): Promise<PendingActivation[]>;
  /** Leases a pending activation that has no live lease at `now`. @returns false if another process holds it */
  lease(id: ActivationId, now: Date, until: Date): Promise<boolean>;
  /** Moves the end of a lease. Does nothing if the activation has no lease that ends at `from`. */
  moveLeaseEnd(id: ActivationId, from: Date, to: Date): Promise<void>;
  /** A user's starts after `since`, without invited ones and `UNCOUNTED_FAILURES`. */
  countStarts(user: UserKey, since: Date): Promise<number>;
  /** The time of the first of those. */
  oldestStart(user: UserKey, since: Date): Promise<Date | null>;
  /**
   * @param startKey the idempotency key that the browser generates for one press of the button, at most 64 characters
   * @param leasedUntil end of the caller's lease
   * @param from changed in the same transaction, so that only one of two starts with one code happens; null for no
   *   session
   */
  create(
    activation: Requested,
    startKey: string | null,
    leasedUntil: Date,
    events: AuditEvent[],
    from?: StartSource | null,
  ): Promise<Result<null, 'already-pending' | 'start-key-used' | UsedBefore>>;
  /**
   * Records that a session continues an existing activation, in one transaction.
   * @param events recorded if something is consumed
   * @returns a refusal, and changes nothing, if it was consumed before
   */
  goOn(activation: Activation, from: StartSource, events: AuditEvent[]): Promise<Result<null, UsedBefore>>;
  /**
   * Saves a move; `activation.version` is one above the version that was read.
   * @param leasedUntil the new end of the lease; undefined keeps it
   */
  save(activation: Activation, events: AuditEvent[], leasedUntil?: Date | null): Promise<Result<null, 'version-moved'>>;
}

/** Wraps a store, replacing some of its methods. */
export function wrapActivationStore(store: ActivationStore, replaced: Partial<ActivationStore>): ActivationStore {
  return {
    find: (id, domain) => store.find(id, domain),
    findPending: (user) => store.findPending(user),
    findStarted: (user, startKey) => store.findStarted(user, startKey),
    findByRegistration: (registrationIdentifier) => store.findByRegistration(registrationIdentifier),
    findInvited: (invitationId) => store.findInvited(invitationId),
    countInvitedMoves: (invitationId) => store.countInvitedMoves(invitationId),
    listDue: (now, limit) => store.listDue(now, limit),
    lease: (id, now, until) => store.lease(id, now, until),
    moveLeaseEnd: (id, from, to) => store.moveLeaseEnd(id, from, to),
    countStarts: (user, since) => store.countStarts(user, since),
    oldestStart: (user, since) => store.oldestStart(user, since),
    create: (activation, startKey, leasedUntil, events, from) =>
      store.create(activation, startKey, leasedUntil, events, from),
    goOn: (activation, from, events) => store.goOn(activation, from, events),
    save: (activation, events, leasedUntil) => store.save(activation, events, leasedUntil),
    ...replaced,
  };
}
