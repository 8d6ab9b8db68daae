import type { NamedDevice } from '../../audit/device-facts';
import type { SideEffects } from '../../messaging/new-message';
import type { UserKey } from '../../shared/identifiers/user-key';
import type { Result } from '../../shared/result';
import type { Approval, ApprovalId, Approved, Awaiting } from './approval';

/** What the store has to know of a kind. */
export type StoredKind<Subject extends object, Unmet extends string = string> = {
  readonly name: string;
  /** Why what was requested cannot be done by then, where it is done in the transaction of a move. */
  readonly unmet: readonly Unmet[];
  /** What may be requested once at a time in a domain. */
  readonly keyOf: (subject: Subject, userId: string | null) => string;
  /** A subject as it was stored. @throws TypeError for what no version has stored */
  readonly parse: (stored: Record<string, unknown>) => Subject;
};

/**
 * PORT: stores requests that take a second person, of every kind. Every write is one transaction with its side effects,
 * and with what the kind does to the tables of its room in that move.
 */
export interface ApprovalStore {
  /** In any state. One of another kind or domain is not there. */
  find<Subject extends object>(
    kind: StoredKind<Subject>,
    id: ApprovalId,
    domain: string,
  ): Promise<Approval<Subject> | null>;
  /** Of one domain, oldest first. */
  listAwaiting<Subject extends object>(
    kind: StoredKind<Subject>,
    domain: string,
    limit: number,
  ): Promise<Awaiting<Subject>[]>;
  /** About one user in any state, newest first. */
  listFor<Subject extends object>(
    kind: StoredKind<Subject>,
    user: UserKey,
    limit: number,
  ): Promise<Approval<Subject>[]>;
  /** Of every domain: undecided ones that are overdue, and approved ones that are not carried out yet and nobody carries out. */
  listDue<Subject extends object>(
    kind: StoredKind<Subject>,
    now: Date,
    limit: number,
  ): Promise<(Awaiting<Subject> | Approved<Subject>)[]>;
  /** @returns `already-asked` while another of the same key waits or is due */
  create<Subject extends object>(
    kind: StoredKind<Subject>,
    approval: Awaiting<Subject> | Approved<Subject>,
    sideEffects: SideEffects,
  ): Promise<Result<null, 'already-asked'>>;
  /**
   * For whoever carries out what was approved: keeps every other process away from it.
   * @returns false while another has it, and once it is carried out
   */
  lease(approved: Pick<Approved<object>, 'id' | 'version'>, now: Date, until: Date): Promise<boolean>;
  /** @param until as it was leased */
  release(approved: Pick<Approved<object>, 'id'>, until: Date): Promise<void>;
  /** Saves a move; `approval.version` is one above the version that was read. */
  save<Subject extends object, Unmet extends string>(
    kind: StoredKind<Subject, Unmet>,
    approval: Approval<Subject>,
    sideEffects: SideEffects,
  ): Promise<Result<null, 'version-moved' | Unmet>>;
}

/** A property of a stored subject. @throws TypeError if it is no text */
export function textOf(stored: Record<string, unknown>, name: string): string {
  const value = stored[name];
  if (typeof value !== 'string') throw new TypeError(`a stored request has no ${name}`);
  return value;
}

/** The device of a stored subject. It has no name in requests of earlier versions, or where it had none. */
export function deviceOf(stored: Record<string, unknown>): NamedDevice {
  const { deviceName } = stored;
  return { instanceId: textOf(stored, 'instanceId'), ...(typeof deviceName === 'string' && { deviceName }) };
}
