import type { DeviceInstance, InstanceName } from './device-instance';
import type { Licence } from './licence';
import type { Abandoned, DataSent, DeviceAdded, Keyed, Registered, Registration } from './registration/registration';

/** The user of a licence. */
export type Owner = Pick<Licence, 'userId' | 'domain'>;

export type LicenceUse = {
  licence: Licence;
  /** Its instances that are not removed. */
  used: number;
};

/**
 * PORT: the embedded gateway's storage. Every method is one atomic step, durable when its promise resolves. Methods
 * that return false or null because of a concurrent change have changed nothing that matters; the caller reads again.
 * Secrets arrive encrypted, and the store erases them whenever a registration leaves the states that need them: only
 * its own state keeps a field of `Registration`.
 *
 * The store guarantees that a licence has at most one live registration, so the number of devices cannot exceed a limit
 * that held when the registration was made.
 */
export interface GatewayStore {
  /** Everything that registering depends on. */
  findLicence(owner: Owner): Promise<LicenceUse | null>;
  findOwner(serialNumber: string): Promise<Owner | null>;
  /** @returns false when the owner has a licence already or the serial number is taken */
  addLicence(licence: Licence): Promise<boolean>;

  /** The registration and its licence. */
  findRegistration(identifier: string): Promise<{ registration: Registration; licence: Licence } | null>;
  /**
   * Adds a registration, and in the same step supersedes the live one of the same licence.
   * @param licenceVersion the licence's version as read; incremented
   * @returns the superseded identifiers; null when the licence has moved on or the identifier is taken
   */
  addRegistration(
    registration: Registered | DataSent,
    licenceVersion: number,
  ): Promise<{ superseded: string[] } | null>;
  /** Saves a move whose `version` is one more than the version read. @returns false when another move was faster */
  saveRegistration(registration: Keyed | DataSent): Promise<boolean>;
  /**
   * Saves like `saveRegistration`, and takes the sequence number. @returns false also when that is no longer the next
   * one
   */
  saveAddedDevice(registration: DeviceAdded): Promise<boolean>;
  /**
   * Ends the registration as `activated` and adds the instance. @returns false when its version is no longer `version`
   */
  activate(identifier: string, version: number, instance: DeviceInstance): Promise<boolean>;
  /** Ends a live registration. @returns false when its version is no longer `version` or it has ended */
  endRegistration(identifier: string, version: number, state: Abandoned['state'], at: Date): Promise<boolean>;
  /**
   * Counts a wrong proof, whatever the version, and ends the registration as `failed` when the count reaches `limit`.
   * Increments the version, so that a right proof sent in parallel with wrong ones cannot bypass the count.
   * @returns the new state; null when the registration has ended or is unknown
   */
  countWrongProof(identifier: string, limit: number, at: Date): Promise<Registration['state'] | null>;
  /** Expires every live registration whose time is over. @returns their identifiers */
  expireRegistrations(now: Date): Promise<string[]>;
  /** Deletes ended registrations whose time was over before. @returns how many */
  deleteRegistrationsExpiredBefore(time: Date): Promise<number>;

  /** Instances that are not removed, newest first. */
  listInstances(owner: Owner): Promise<DeviceInstance[]>;
  /** An instance that is not removed, and its owner. It is `locked` while the owner's account is disabled. */
  findInstance(name: InstanceName): Promise<{ instance: DeviceInstance; owner: Owner } | null>;
  /** The same for all that have this push address. */
  findByNotification(notificationHash: string): Promise<{ instance: DeviceInstance; owner: Owner }[]>;
  /** @returns false when there is no such instance, or it is removed */
  changeInstance(
    name: InstanceName,
    change: Partial<
      Pick<DeviceInstance, 'description' | 'encryptedNotificationId' | 'notificationHash' | 'lastUsedAt' | 'keeping'>
    > & {
      state?: 'active' | 'locked';
    },
  ): Promise<boolean>;
  /** Erases its keys. @returns false when there is no such instance, or it is removed */
  removeInstance(name: InstanceName): Promise<boolean>;
  /**
   * Records that a password of this time step was accepted. @returns false when one of this or a later step was, or the
   * instance is not active
   */
  acceptStep(name: InstanceName, step: number, at: Date): Promise<boolean>;
}
