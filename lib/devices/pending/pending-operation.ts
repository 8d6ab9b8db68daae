import type { SideEffects } from '../../messaging/new-message';
import { prefixedId } from '../../shared/identifiers/prefixed-id';
import type { UserKey } from '../../shared/identifiers/user-key';
import type { Result } from '../../shared/result';

/** `pop-` and 32 hexadecimal digits, 128 random bits. Not a secret. */
export type PendingOperationId = string & { readonly brand: 'PendingOperationId' };

export const { generate: generatePendingOperationId } = prefixedId<PendingOperationId>('pop');

/** How a command ended that was not carried out. `changed`: what it was about is no longer as it was when it was sent. */
export const REFUSED_STATES = ['rejected', 'withdrawn', 'changed', 'expired'] as const;
export type RefusedState = (typeof REFUSED_STATES)[number];

/** `removal` of a device from its person; `assignment` of a hardware authenticator to one. */
export const OPERATION_KINDS = ['removal', 'assignment'] as const;
export type OperationKind = (typeof OPERATION_KINDS)[number];

/** A command that the gateway may leave to wait until a second administrator has approved it. */
export type NewPendingOperation = UserKey & {
  readonly id: PendingOperationId;
  readonly kind: OperationKind;
  /** What it is about; for hardware, the serial number. */
  readonly instanceId: string;
  /** What the device was called; the same as `instanceId` for one without a name. */
  readonly deviceName: string;
  /** Who asked for it. */
  readonly requestedBy: string;
  /** What the gateway's adapter wants to find unchanged before it repeats the command. */
  readonly snapshot: string;
  readonly requestedAt: Date;
};

export type PendingOperation = NewPendingOperation & {
  /** Grows by one with every change; a save must name the version that was read. */
  readonly version: number;
  /** `sent`: the gateway may have the command or not. `waiting`: it has, and waits for approval. */
  readonly state: 'sent' | 'waiting' | 'done' | RefusedState;
  /** What the gateway calls it; null where it does not say. */
  readonly reference: string | null;
  /** When the gateway is asked next; who asks moves it on first, so that no other process asks at the same time. */
  readonly lookAt: Date;
  /** Null while it is open. A device has at most one that is open, and a person at most one assignment. */
  readonly endedAt: Date | null;
};

/** What the gateway made of a command. */
export type SentCommand = { state: 'done' } | { state: 'waiting'; reference: string | null };

/**
 * What has become of a command. `not-sent`: the gateway has nothing of it. `unreadable`: it does not let this site see, so
 * that sending the command again with its reference is what shows it.
 */
export type CommandState = {
  state: 'not-sent' | 'waiting' | 'approved' | 'unreadable' | 'done' | Exclude<RefusedState, 'expired'>;
  reference: string | null;
};

/** PORT: a gateway's commands that may wait for a second administrator. Every method throws `GatewayError`. */
export interface CommandGateway {
  /**
   * Sends the command: for the first time, or with the reference of one that was approved. What counts is what can be read
   * back: a command that has changed nothing waits.
   */
  send(operation: NewPendingOperation, reference: string | null): Promise<SentCommand>;
  look(operation: PendingOperation): Promise<CommandState>;
  /** Takes a command back that waits, as well as the gateway can. */
  withdraw(reference: string): Promise<void>;
}

/** PORT: as `CommandGateway`, for removals. */
export interface RemovalGateway extends CommandGateway {
  /** What the command will be about; null when there is no such device. Changes nothing. */
  prepare(owner: UserKey, instanceId: string): Promise<string | null>;
}

/** The commands of a gateway, by kind. */
export type PendingCommands = Record<OperationKind, CommandGateway> & { removal: RemovalGateway };

/** How a command goes that waits, or was refused lately. */
export type OperationProgress = { state: 'waiting' | RefusedState; reference: string | null; since: Date };

/** @returns null for one that is done */
export function progressOf({ state, reference, requestedAt, endedAt }: PendingOperation): OperationProgress | null {
  if (state === 'done') return null;
  return state === 'sent' || state === 'waiting'
    ? { state: 'waiting', reference, since: requestedAt }
    : { state, reference, since: endedAt ?? requestedAt };
}

/** PORT: stores pending operations. */
export interface PendingOperationStore {
  /** Before the command is sent, so that it is sent once whatever happens. */
  open(operation: PendingOperation): Promise<Result<null, 'already-open'>>;
  findOpen(instanceId: string): Promise<PendingOperation | null>;
  /** A user's open ones, and those that were refused since. Newest first. */
  listOf(owner: UserKey, refusedSince: Date): Promise<PendingOperation[]>;
  /** Of every user, those that are to be looked at. */
  listDue(now: Date, limit: number): Promise<PendingOperation[]>;
  /** When the oldest that is open was requested; null where none is. */
  oldestOpen(): Promise<Date | null>;
  /** Moves the next look on. False when another process has. */
  claim(operation: PendingOperation, lookAt: Date): Promise<boolean>;
  /** `operation.version` is one above the version that was read. In one transaction with its side effects. */
  save(operation: PendingOperation, sideEffects: SideEffects): Promise<Result<null, 'version-moved'>>;
  /** For a command that did not have to wait. */
  discard(id: PendingOperationId): Promise<void>;
}
