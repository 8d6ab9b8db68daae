import { z } from 'zod';
import { GatewayError } from '../../../activation/gateway-error';
import type {
  CommandState,
  NewPendingOperation,
  PendingOperation,
  RemovalGateway,
  SentCommand,
} from '../../../devices/pending/pending-operation';
import type { UserKey } from '../../../shared/identifiers/user-key';
import type { Clock } from '../../../shared/time/clock';
import { MINUTE } from '../../../shared/time/duration';
import type { Administration } from '../administration/administration';
import { findRecordsOf, viewRecord } from '../administration/digipass-record';
import { deleteOperation, findOperation, operationIn, viewOperation } from '../administration/pending-operations';
import { isNotFound, isSuccess, unforeseen } from '../soap/outcome';
import { instancesIn } from './licences-in';

/** What a removal was going to do, and to what. */
const snapshotSchema = z.strictObject({
  by: z.enum(['deactivate', 'unassign']),
  /** The instance, or its licence. */
  serialNumber: z.string(),
  /** Usable devices of the licence. */
  devices: z.array(z.string()),
});
type Snapshot = z.infer<typeof snapshotSchema>;

/** Servers without replication read changes of one another after 15 minutes (OneSpan §4.7), so that one may not have an operation yet. */
const SLOWEST_SERVER_MS = 20 * MINUTE;

export type RemovalSettings = {
  serviceUser: UserKey;
  takesLicencesBack: boolean;
  checker: UserKey | null;
};

/**
 * Removals at OneSpan Authentication Server, of which the one that unassigns a licence may wait for a second administrator
 * (OneSpan §4.7). An instance cannot be unassigned by itself, and goes with its licence (OneSpan §4.3), so that only a
 * person's last device is removed in this way. Nothing is left to be executed by the server on approval: a device that was
 * added meanwhile would go as well.
 */
export class OneSpanServerRemovals implements RemovalGateway {
  readonly #administration: Administration;
  readonly #clock: Clock;
  readonly #settings: RemovalSettings;

  constructor(administration: Administration, clock: Clock, settings: RemovalSettings) {
    this.#administration = administration;
    this.#clock = clock;
    this.#settings = settings;
  }

  async prepare(owner: UserKey, instanceId: string): Promise<string | null> {
    const records = await findRecordsOf(this.#administration, owner);
    const instance = instancesIn(records).find(({ serialNumber }) => serialNumber === instanceId);
    if (!instance) return null;
    const licence = records.find(({ serialNumber }) => serialNumber === instance.instanceOf?.serialNumber);
    const devices = licence ? instancesIn(records, licence).map(({ serialNumber }) => serialNumber) : [];
    const snapshot: Snapshot =
      this.#settings.takesLicencesBack && licence && instancesIn(records).length === 1
        ? { by: 'unassign', serialNumber: licence.serialNumber, devices }
        : { by: 'deactivate', serialNumber: instanceId, devices: [instanceId] };
    return JSON.stringify(snapshot);
  }

  async send(operation: NewPendingOperation, reference: string | null): Promise<SentCommand> {
    const { by, serialNumber } = snapshotOf(operation);
    const { checker } = this.#settings;
    const { status, fields } = await this.#administration.try(
      'digipassExecute',
      by === 'unassign' ? 'DIGIPASSCMD_UNASSIGN' : 'DIGIPASSCMD_DEACTIVATE',
      {
        DIGIPASSFLD_SERNO: serialNumber,
        ...(by === 'unassign' && reference !== null && { POFLD_IDENTIFIER: reference }),
        ...(by === 'unassign' &&
          reference === null &&
          checker && { POFLD_CHECKER_USERID: checker.userId, POFLD_CHECKER_DOMAIN: checker.domain }),
      },
    );
    if (await this.#isDone(operation)) return { state: 'done' };
    const named = operationIn(fields) ?? reference;
    if (named !== null) return { state: 'waiting', reference: named };
    // What the first call of a command that waits answers is open, so the server's list tells a refusal from it.
    const found = await findOperation(this.#administration, serialNumber, this.#settings.serviceUser);
    const identifier = found === 'unreadable' ? null : found.identifier;
    if (identifier === null && !isSuccess(status) && !isNotFound(status)) throw unforeseen(by, status);
    return { state: 'waiting', reference: identifier };
  }

  async look(operation: PendingOperation): Promise<CommandState> {
    const { serialNumber } = snapshotOf(operation);
    if (await this.#isDone(operation)) return { state: 'done', reference: operation.reference };
    const found =
      operation.reference ?? (await findOperation(this.#administration, serialNumber, this.#settings.serviceUser));
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
        return { state: (await this.#isAsItWas(operation)) ? status : 'changed', reference };
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

  #gone({ requestedAt }: PendingOperation): 'waiting' | 'withdrawn' {
    return this.#clock.now().getTime() - requestedAt.getTime() < SLOWEST_SERVER_MS ? 'waiting' : 'withdrawn';
  }

  /** What counts is what can be read back. */
  async #isDone({ userId, domain, instanceId }: NewPendingOperation): Promise<boolean> {
    const instance = await viewRecord(this.#administration, instanceId);
    if (!instance || instance.isExpired || !instance.owner) return true;
    const records = await findRecordsOf(this.#administration, { userId, domain });
    return !records.some(({ serialNumber }) => serialNumber === instanceId);
  }

  /** Whether the command would take what it was going to take, and no more. */
  async #isAsItWas(operation: NewPendingOperation): Promise<boolean> {
    const { serialNumber, devices, by } = snapshotOf(operation);
    if (by === 'deactivate') return true;
    const { userId, domain } = operation;
    const records = await findRecordsOf(this.#administration, { userId, domain });
    const licence = records.find((record) => record.serialNumber === serialNumber);
    return licence !== undefined && instancesIn(records, licence).every((one) => devices.includes(one.serialNumber));
  }
}

function snapshotOf({ snapshot }: NewPendingOperation): Snapshot {
  return snapshotSchema.parse(JSON.parse(snapshot));
}
