import { afterSending, GatewayError } from '../../../activation/gateway-error';
import type {
  CommandGateway,
  CommandState,
  NewPendingOperation,
  PendingOperation,
  SentCommand,
} from '../../../devices/pending/pending-operation';
import type { UserKey } from '../../../shared/identifiers/user-key';
import type { Clock } from '../../../shared/time/clock';
import { MINUTE } from '../../../shared/time/duration';
import type { Attributes } from '../soap/attributes';
import { isSuccess, unforeseen } from '../soap/outcome';
import type { Administration } from './administration';
import type { AdministrationCall } from './calls';
import { deleteOperation, findOperation, operationIn, viewOperation } from './pending-operations';

/** Servers without replication read changes of one another after 15 minutes (OneSpan §4.7), so that one may not have an operation yet. */
const SLOWEST_SERVER_MS = 20 * MINUTE;

/** Those of this site that may wait (OneSpan §4.7). */
const MAY_WAIT: ReadonlySet<AdministrationCall> = new Set(['DIGIPASSCMD_ASSIGN', 'DIGIPASSCMD_UNASSIGN']);

/** @property serviceUser who asks @property checker who is named to approve; null for nobody */
export type WaitingSettings = { serviceUser: UserKey; checker: UserKey | null };

/** A command of an operation. */
export type WaitingCommand = {
  call: Extract<AdministrationCall, `DIGIPASSCMD_${string}`>;
  serialNumber: string;
  /** Besides the serial number. */
  attributes: Attributes;
  /** What counts is what can be read back. */
  isDone: () => Promise<boolean>;
  /** Whether it would still do what it was going to do, and no more. */
  isAsItWas: () => Promise<boolean>;
};

/**
 * Commands at OneSpan Authentication Server that may wait for a second administrator (OneSpan §4.7). Nothing is left to be
 * executed by the server on approval: what the command is about may have changed meanwhile.
 */
export class WaitingCommands implements CommandGateway {
  readonly #administration: Administration;
  readonly #clock: Clock;
  readonly #settings: WaitingSettings;
  readonly #commandOf: (operation: NewPendingOperation) => WaitingCommand;

  constructor(
    administration: Administration,
    clock: Clock,
    settings: WaitingSettings,
    commandOf: (operation: NewPendingOperation) => WaitingCommand,
  ) {
    this.#administration = administration;
    this.#clock = clock;
    this.#settings = settings;
    this.#commandOf = commandOf;
  }

  async send(operation: NewPendingOperation, reference: string | null): Promise<SentCommand> {
    const { call, serialNumber, attributes, isDone } = this.#commandOf(operation);
    const { status, fields } = await this.#administration.try('digipassExecute', call, {
      DIGIPASSFLD_SERNO: serialNumber,
      ...attributes,
      ...(MAY_WAIT.has(call) && this.#approvalOf(reference)),
    });
    if (await afterSending(isDone)) return { state: 'done' };
    const named = operationIn(fields) ?? reference;
    if (named !== null) return { state: 'waiting', reference: named };
    // What the first call of a command that waits answers is open, so the server's list tells a refusal from it.
    const found = await afterSending(() => this.#find(serialNumber));
    const identifier = found === 'unreadable' ? null : found.identifier;
    if (identifier === null && !isSuccess(status)) throw unforeseen(call, status);
    return { state: 'waiting', reference: identifier };
  }

  async look(operation: PendingOperation): Promise<CommandState> {
    const { serialNumber, isDone, isAsItWas } = this.#commandOf(operation);
    if (await isDone()) return { state: 'done', reference: operation.reference };
    const found = operation.reference ?? (await this.#find(serialNumber));
    if (found === 'unreadable') return { state: 'waiting', reference: null };
    const reference = typeof found === 'string' ? found : found.identifier;
    if (reference === null)
      return { state: operation.state === 'sent' ? 'not-sent' : this.#gone(operation), reference };
    const status = await viewOperation(this.#administration, reference);
    switch (status) {
      case 'pending':
        return { state: 'waiting', reference };
      case 'rejected':
        return { state: 'rejected', reference };
      case 'not-found':
        return { state: this.#gone(operation), reference };
      case 'approved':
      case 'unreadable':
        return { state: (await isAsItWas()) ? status : 'changed', reference };
    }
  }

  async withdraw(reference: string): Promise<void> {
    try {
      await deleteOperation(this.#administration, reference);
    } catch (error) {
      // Whether a maker may is not known. Left where it is it does nothing: only this site could execute it.
      if (!(error instanceof GatewayError) || !['refused-credentials', 'malformed-reply'].includes(error.code))
        throw error;
    }
  }

  #approvalOf(reference: string | null): Attributes {
    if (reference !== null) return { POFLD_IDENTIFIER: reference };
    const { checker } = this.#settings;
    return checker ? { POFLD_CHECKER_USERID: checker.userId, POFLD_CHECKER_DOMAIN: checker.domain } : {};
  }

  #find(serialNumber: string): ReturnType<typeof findOperation> {
    return findOperation(this.#administration, serialNumber, this.#settings.serviceUser);
  }

  #gone({ requestedAt }: PendingOperation): 'waiting' | 'withdrawn' {
    return this.#clock.now().getTime() - requestedAt.getTime() < SLOWEST_SERVER_MS ? 'waiting' : 'withdrawn';
  }
}
