import type { AuditEvent } from '../../audit/audit-event';
import { prefixedId } from '../../shared/identifiers/prefixed-id';
import type { UserKey } from '../../shared/identifiers/user-key';
import type { HoldCause } from '../locks/device-holds';

/** `dac-` and 32 hexadecimal digits, 128 random bits. Not a secret. */
export type DeviceActId = string & { readonly brand: 'DeviceActId' };

export const { generate: generateDeviceActId } = prefixedId<DeviceActId>('dac');

/**
 * What is done at the gateway. `assignment` of hardware takes what its person has typed and nothing keeps, so that it can be
 * found out about and not repeated.
 * @property before the name that a device has until it is renamed
 */
export type Deed =
  | { kind: 'rename'; name: string; before: string }
  | { kind: 'unlock' }
  | { kind: 'remove' }
  | { kind: 'assignment' };

export type DeviceAct = UserKey & {
  readonly id: DeviceActId;
  /** For hardware, the serial number. */
  readonly instanceId: string;
  readonly deed: Deed;
  /** Recorded once it is done. */
  readonly event: AuditEvent;
  readonly begunAt: Date;
  /** When a round finishes it; who does moves it on first, so that no other process does. */
  readonly lookAt: Date;
};

/** A hold as it was read. @property by of staff; null for any other */
export type ReadHold = { cause: HoldCause; by: string | null; at: Date };

/** PORT: stores what is about to be done to devices at the gateway. Each method is one transaction. */
export interface DeviceActStore {
  /**
   * Before the gateway is asked.
   * @param released released with it; null for none @returns false, and nothing is changed, where that no longer stands as it was read
   */
  begin(act: DeviceAct, released: ReadHold | null): Promise<boolean>;
  /** Oldest first. */
  listDue(now: Date, limit: number): Promise<DeviceAct[]>;
  /** Moves the next look on. False when another process has, or it is over. */
  claim(act: DeviceAct, lookAt: Date): Promise<boolean>;
  /**
   * Over, with what is recorded of it. Does nothing when another process has ended it. A removal that is recorded ends every other one
   * of the device: one whose answer was lost is repeated by whoever wants the device gone.
   */
  end(act: DeviceAct, events: AuditEvent[]): Promise<void>;
  /** Not done, and held as before. Does nothing when another process has ended it. */
  takeBack(act: DeviceAct, released: ReadHold | null): Promise<void>;
}
