import { z } from 'zod';
import type { NewPendingOperation, RemovalGateway } from '../../../devices/pending/pending-operation';
import type { UserKey } from '../../../shared/identifiers/user-key';
import type { Clock } from '../../../shared/time/clock';
import type { Administration } from '../administration/administration';
import { findRecordsOf, viewRecord } from '../administration/digipass-record';
import { WaitingCommands, type WaitingCommand, type WaitingSettings } from '../administration/waiting-commands';
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

export type RemovalSettings = WaitingSettings & { takesLicencesBack: boolean };

/**
 * Removals, of which the one that unassigns a licence may wait. An instance cannot be unassigned by itself, and goes with its
 * licence (OneSpan §4.3), so that only a person's last device is removed in this way. A device that was added meanwhile would
 * go as well.
 */
export class OneSpanServerRemovals extends WaitingCommands implements RemovalGateway {
  readonly #administration: Administration;
  readonly #takesLicencesBack: boolean;

  constructor(administration: Administration, clock: Clock, settings: RemovalSettings) {
    super(administration, clock, settings, (operation) => removal(administration, operation));
    this.#administration = administration;
    this.#takesLicencesBack = settings.takesLicencesBack;
  }

  async prepare(owner: UserKey, instanceId: string): Promise<string | null> {
    const records = await findRecordsOf(this.#administration, owner);
    const instance = instancesIn(records).find(({ serialNumber }) => serialNumber === instanceId);
    if (!instance) return null;
    const licence = records.find(({ serialNumber }) => serialNumber === instance.instanceOf?.serialNumber);
    const devices = licence ? instancesIn(records, licence).map(({ serialNumber }) => serialNumber) : [];
    const snapshot: Snapshot =
      this.#takesLicencesBack && licence && instancesIn(records).length === 1
        ? { by: 'unassign', serialNumber: licence.serialNumber, devices }
        : { by: 'deactivate', serialNumber: instanceId, devices: [instanceId] };
    return JSON.stringify(snapshot);
  }
}

function removal(administration: Administration, operation: NewPendingOperation): WaitingCommand {
  const { userId, domain, instanceId } = operation;
  const { by, serialNumber, devices } = snapshotSchema.parse(JSON.parse(operation.snapshot)) satisfies Snapshot;
  return {
    call: by === 'unassign' ? 'DIGIPASSCMD_UNASSIGN' : 'DIGIPASSCMD_DEACTIVATE',
    serialNumber,
    attributes: {},
    async isDone() {
      const instance = await viewRecord(administration, instanceId);
      if (!instance || instance.isExpired || !instance.owner) return true;
      const records = await findRecordsOf(administration, { userId, domain });
      return !records.some((record) => record.serialNumber === instanceId);
    },
    async isAsItWas() {
      if (by === 'deactivate') return true;
      const records = await findRecordsOf(administration, { userId, domain });
      const licence = records.find((record) => record.serialNumber === serialNumber);
      return licence !== undefined && instancesIn(records, licence).every((one) => devices.includes(one.serialNumber));
    },
  };
}
