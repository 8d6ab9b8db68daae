import type { DeviceInstance, InstanceName } from '../../../gateways/embedded/engine/device-instance';
import type { GatewayStore, LicenceUse, Owner } from '../../../gateways/embedded/engine/gateway-store';
import type { Licence } from '../../../gateways/embedded/engine/licence';
import {
  isLive,
  type Abandoned,
  type DataSent,
  type LiveRegistration,
  type Registered,
  type Registration,
} from '../../../gateways/embedded/engine/registration/registration';

/** The port in a few maps. Nothing is awaited inside a method, which makes every method atomic. */
export class MemoryGatewayStore implements GatewayStore {
  readonly licences = new Map<string, Licence>();
  readonly registrations = new Map<string, Registration>();
  readonly instances = new Map<string, DeviceInstance>();

  async findLicence(owner: Owner): Promise<LicenceUse | null> {
    const licence = this.#licenceOf(owner);
    if (!licence) return null;
    return { licence, used: (await this.listInstances(owner)).length };
  }

  async findOwner(serialNumber: string): Promise<Owner | null> {
    const licence = this.licences.get(serialNumber);
    return licence ? { userId: licence.userId, domain: licence.domain } : null;
  }

  async addLicence(licence: Licence): Promise<boolean> {
    const isTaken = this.licences.has(licence.serialNumber) || this.#licenceOf(licence) !== undefined;
    if (!isTaken) this.licences.set(licence.serialNumber, licence);
    return !isTaken;
  }

  async findRegistration(identifier: string): Promise<{ registration: Registration; licence: Licence } | null> {
    const registration = this.registrations.get(identifier);
    return registration ? { registration, licence: this.#licence(registration.serialNumber) } : null;
  }

  async addRegistration(
    registration: Registered | DataSent,
    licenceVersion: number,
  ): Promise<{ superseded: string[] } | null> {
    const licence = this.#licence(registration.serialNumber);
    if (licence.version !== licenceVersion || this.registrations.has(registration.identifier)) return null;
    this.licences.set(licence.serialNumber, { ...licence, version: licence.version + 1 });
    const live = [...this.registrations.values()].filter(
      (one) => one.serialNumber === licence.serialNumber && isLive(one),
    );
    for (const one of live) this.#end(one, 'superseded', registration.registeredAt);
    this.registrations.set(registration.identifier, registration);
    return { superseded: live.map(({ identifier }) => identifier) };
  }

  async saveRegistration(registration: LiveRegistration): Promise<boolean> {
    if (this.registrations.get(registration.identifier)?.version !== registration.version - 1) return false;
    this.registrations.set(registration.identifier, registration);
    return true;
  }

  async saveAddedDevice(registration: LiveRegistration & { sequenceNumber: number }): Promise<boolean> {
    const licence = this.#licence(registration.serialNumber);
    if (licence.nextSequenceNumber !== registration.sequenceNumber) return false;
    if (!(await this.saveRegistration(registration))) return false;
    this.licences.set(licence.serialNumber, { ...licence, nextSequenceNumber: licence.nextSequenceNumber + 1 });
    return true;
  }

  async activate(identifier: string, version: number, instance: DeviceInstance): Promise<boolean> {
    const registration = this.registrations.get(identifier);
    if (registration?.version !== version) return false;
    const { sequenceNumber, activatedAt } = instance;
    this.registrations.set(identifier, {
      ...bare(registration),
      state: 'activated',
      sequenceNumber,
      mosaic: 'mosaic' in registration ? registration.mosaic : null,
      endedAt: activatedAt,
    });
    this.instances.set(keyOf(instance), instance);
    return true;
  }

  async endRegistration(identifier: string, version: number, state: Abandoned['state'], at: Date): Promise<boolean> {
    const registration = this.registrations.get(identifier);
    if (!registration || !isLive(registration) || registration.version !== version) return false;
    this.#end(registration, state, at);
    return true;
  }

  async countWrongProof(identifier: string, limit: number, at: Date): Promise<Registration['state'] | null> {
    const registration = this.registrations.get(identifier);
    if (!registration || !isLive(registration)) return null;
    const attempt = { ...registration, wrongProofs: registration.wrongProofs + 1 };
    if (attempt.wrongProofs >= limit) this.#end(attempt, 'failed', at);
    else this.registrations.set(identifier, { ...attempt, version: attempt.version + 1 });
    return this.registrations.get(identifier)?.state ?? null;
  }

  async expireRegistrations(now: Date): Promise<string[]> {
    const due = [...this.registrations.values()].filter((one) => isLive(one) && one.expiresAt <= now);
    for (const one of due) this.#end(one, 'expired', now);
    return due.map(({ identifier }) => identifier);
  }

  async deleteRegistrationsExpiredBefore(time: Date): Promise<number> {
    const old = [...this.registrations.values()].filter((one) => !isLive(one) && one.expiresAt < time);
    for (const { identifier } of old) this.registrations.delete(identifier);
    return old.length;
  }

  async listInstances(owner: Owner): Promise<DeviceInstance[]> {
    const licence = this.#licenceOf(owner);
    const own = [...this.instances.values()].filter(
      (one) => one.serialNumber === licence?.serialNumber && one.state !== 'removed',
    );
    return own.toSorted((left, right) => right.sequenceNumber - left.sequenceNumber);
  }

  async findInstance(name: InstanceName): Promise<{ instance: DeviceInstance; owner: Owner } | null> {
    const instance = this.instances.get(keyOf(name));
    if (!instance || instance.state === 'removed') return null;
    const { userId, domain } = this.#licence(instance.serialNumber);
    return { instance, owner: { userId, domain } };
  }

  async findByNotification(notificationHash: string): Promise<{ instance: DeviceInstance; owner: Owner }[]> {
    const instances = [...this.instances.values()].filter((one) => one.notificationHash === notificationHash);
    const owners = await Promise.all(instances.map((instance) => this.findInstance(instance)));
    return owners.filter((one) => one !== null);
  }

  async changeInstance(name: InstanceName, change: Partial<DeviceInstance>): Promise<boolean> {
    const instance = this.instances.get(keyOf(name));
    if (!instance || instance.state === 'removed') return false;
    this.instances.set(keyOf(name), { ...instance, ...change });
    return true;
  }

  async removeInstance(name: InstanceName): Promise<boolean> {
    return this.changeInstance(name, {
      state: 'removed',
      encryptedKey: null,
      encryptedNotificationId: null,
      notificationHash: null,
      keeping: null,
    });
  }

  async acceptStep(name: InstanceName, step: number, at: Date): Promise<boolean> {
    const instance = this.instances.get(keyOf(name));
    if (instance?.state !== 'active' || instance.lastAcceptedStep >= step) return false;
    return this.changeInstance(name, { lastAcceptedStep: step, lastUsedAt: at });
  }

  #licenceOf({ userId, domain }: Owner): Licence | undefined {
    return [...this.licences.values()].find((licence) => licence.userId === userId && licence.domain === domain);
  }

  #licence(serialNumber: string): Licence {
    const licence = this.licences.get(serialNumber);
    if (!licence) throw new RangeError(`no licence ${serialNumber}`);
    return licence;
  }

  #end(registration: Registration, state: Abandoned['state'], at: Date): void {
    this.registrations.set(registration.identifier, { ...bare(registration), state, endedAt: at });
  }
}

function keyOf({ serialNumber, sequenceNumber }: InstanceName): string {
  return `${serialNumber}-${sequenceNumber}`;
}

/** What every state has, one version on. */
function bare(registration: Registration) {
  const { identifier, serialNumber, version, salt, wrongProofs, expiresAt, isOffline } = registration;
  const { registeredAt, keyedAt, dataSentAt, deviceAddedAt } = registration;
  return {
    identifier,
    serialNumber,
    version: version + 1,
    salt,
    wrongProofs,
    expiresAt,
    isOffline,
    registeredAt,
    keyedAt,
    dataSentAt,
    deviceAddedAt,
  };
}
