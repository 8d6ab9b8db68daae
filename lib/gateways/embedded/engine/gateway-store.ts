import type { DeviceInstance, InstanceName } from './device-instance';
import type { Licence } from './licence';
import type { Abandoned, DataSent, DeviceAdded, Keyed, Registered, Registration } from './registration/registration';

/** Whose licence. */
export type Owner = Pick<Licence, 'userId' | 'domain'>;

export type LicenceUse = {
  licence: Licence;
  /** Its instances that are not removed. */
  used: number;
};

/**
 * PORT: what the embedded gateway remembers. Every method is one atomic step, durable when its promise resolves.
 * Methods that return false or null because something changed in the meantime have changed nothing that matters; the
 * caller reads again. Secrets arrive sealed, and are erased by the store itself whenever a registration leaves the
 * states that need them: no state but its own keeps a field of `Registration`.
 *
 * The store guarantees that a licence has at most one live registration. From it follows that the number of devices
 * cannot grow past a limit that held when the registration was made.
 */
export interface GatewayStore {
  /** Everything that registering depends on. */
  findLicence(owner: Owner): Promise<LicenceUse | null>;
  findOwner(serialNumber: string): Promise<Owner | null>;
  /** @returns false when the owner has a licence already or the serial number is taken */
  addLicence(licence: Licence): Promise<boolean>;

  /** The registration and the licence it is for. */
  findRegistration(identifier: string): Promise<{ registration: Registration; licence: Licence } | null>;
  /**
   * Adds a registration, and in the same step supersedes the live one of the same licence.
   * @param licenceVersion the licence's version as read; it grows by one
   * @returns the identifiers superseded, or null when the licence has moved on or the identifier is taken
   */
  addRegistration(
    registration: Registered | DataSent,
    licenceVersion: number,
  ): Promise<{ superseded: string[] } | null>;
  /** Saves a move whose `version` is one more than the version read; false when that is no longer the current one. */
  saveRegistration(registration: Keyed | DataSent): Promise<boolean>;
  /** Saves like `saveRegistration`, and takes the sequence number; false also when that is no longer the next one. */
  saveAddedDevice(registration: DeviceAdded): Promise<boolean>;
  /** Ends the registration as `activated` and adds the instance; false when its version is not `version` any more. */
  activate(identifier: string, version: number, instance: DeviceInstance): Promise<boolean>;
  /** Ends a live registration; false when its version is not `version` any more or it has ended. */
  endRegistration(identifier: string, version: number, state: Abandoned['state'], at: Date): Promise<boolean>;
  /**
   * Counts a wrong proof, whatever the version is, and ends the registration as `failed` when the count reaches `limit`.
   * The version grows, so that a right proof sent beside wrong ones does not slip past the count.
   * @returns the state afterwards, or null when the registration has ended or is unknown
   */
  countWrongProof(identifier: string, limit: number, at: Date): Promise<Registration['state'] | null>;
  /**
   * Ends every live registration whose time is over as `expired`.
   * @returns their identifiers
   */
  expireRegistrations(now: Date): Promise<string[]>;
  /** Deletes ended registrations whose time was over before; says how many. */
  deleteRegistrationsExpiredBefore(time: Date): Promise<number>;

  /** Instances that are not removed, newest first. */
  listInstances(owner: Owner): Promise<DeviceInstance[]>;
  /** An instance that is not removed, and its owner. */
  findInstance(name: InstanceName): Promise<{ instance: DeviceInstance; owner: Owner } | null>;
  /** Instances that are not removed and whose phone is reached under this push address, and their owners. */
  findByNotification(notificationHash: string): Promise<{ instance: DeviceInstance; owner: Owner }[]>;
  /** False when there is no such instance, or it is removed. */
  changeInstance(
    name: InstanceName,
    change: Partial<
      Pick<DeviceInstance, 'description' | 'sealedNotificationId' | 'notificationHash' | 'lastUsedAt'>
    > & {
      state?: 'active' | 'locked';
    },
  ): Promise<boolean>;
  /** Erases its keys; false when there is no such instance, or it is removed. */
  removeInstance(name: InstanceName): Promise<boolean>;
  /** Notes that a password of this time step was accepted; false when one of it or a later step was, or it is not active. */
  acceptStep(name: InstanceName, step: number, at: Date): Promise<boolean>;
}
