import type { DeviceInstance } from '@/lib/gateways/embedded/engine/device-instance';
import type { GatewayStore } from '@/lib/gateways/embedded/engine/gateway-store';
import type { Licence } from '@/lib/gateways/embedded/engine/licence';
import {
  addDevice,
  exchangeKeys,
  sendActivationData,
  type DataSent,
  type DeviceAdded,
  type Keyed,
  type Registered,
} from '@/lib/gateways/embedded/engine/registration/registration';

export const NOW = new Date('2026-05-04T10:00:00.123Z');
export const LATER = new Date('2026-05-04T10:05:00.456Z');
export const EXPIRY = new Date('2026-05-04T10:10:00.789Z');
export const KEYS = { encryptedServerPrivateKey: 'sealed b', clientPublicKey: 'aa', serverPublicKey: 'bb' };

let count = 0;

export function newLicence(): Licence {
  count += 1;
  return {
    serialNumber: `VDS${String(count).padStart(7, '0')}`,
    userId: `user ${count}`,
    domain: 'example.org',
    encryptedKey: 'sealed key',
    activationLimit: 3,
    pinMinimumLength: 4,
    pinMaximumLength: 8,
    notificationsEnabled: true,
    nextSequenceNumber: 1,
    version: 0,
    createdAt: NOW,
  };
}

export function newRegistration(licence: Licence, changes: Partial<Registered> = {}): Registered {
  count += 1;
  return {
    state: 'registered',
    identifier: `R${String(count).padStart(7, '0')}`,
    serialNumber: licence.serialNumber,
    version: 0,
    salt: '00',
    encryptedVerifier: 'sealed v',
    encryptedCommittedKey: 'sealed instance key',
    wrongProofs: 0,
    isOffline: false,
    registeredAt: NOW,
    keyedAt: null,
    dataSentAt: null,
    deviceAddedAt: null,
    expiresAt: EXPIRY,
    ...changes,
  };
}

export function instanceOf(licence: Licence, sequenceNumber: number): DeviceInstance {
  return {
    serialNumber: licence.serialNumber,
    sequenceNumber,
    encryptedKey: 'sealed instance key',
    deviceCode: '1'.repeat(26),
    description: 'Phone',
    state: 'active',
    activatedAt: LATER,
    lastUsedAt: null,
    lastAcceptedStep: 0,
    encryptedNotificationId: null,
    notificationHash: null,
    keeping: null,
  };
}

/** Puts registrations and instances of one licence into a store. */
export function gatewayStoreFixture(store: () => GatewayStore, licence: () => Licence) {
  async function registered(changes: Partial<Registered> = {}): Promise<Registered> {
    const registration = newRegistration(licence(), changes);
    const current = await store().findLicence(licence());
    await store().addRegistration(registration, current?.licence.version ?? 0);
    return registration;
  }

  async function keyed(): Promise<Keyed> {
    const registration = exchangeKeys(await registered(), KEYS, LATER, 60_000);
    await store().saveRegistration(registration);
    return registration;
  }

  async function dataSent(): Promise<DataSent> {
    const registration = sendActivationData(await keyed(), LATER);
    await store().saveRegistration(registration);
    return registration;
  }

  async function deviceAdded(sequenceNumber = 1): Promise<DeviceAdded> {
    const device = {
      sequenceNumber,
      mosaic: '0123456ef',
      deviceCode: '1'.repeat(26),
      description: 'Phone',
      encryptedInstanceKey: 'sealed instance key',
    };
    const registration = addDevice(await dataSent(), device, LATER, 0);
    await store().saveAddedDevice(registration);
    return registration;
  }

  async function activated(sequenceNumber = 1): Promise<DeviceInstance> {
    const { identifier, version } = await deviceAdded(sequenceNumber);
    const instance = instanceOf(licence(), sequenceNumber);
    await store().activate(identifier, version, instance);
    return instance;
  }

  async function stored(identifier: string) {
    return (await store().findRegistration(identifier))?.registration;
  }

  return { registered, keyed, dataSent, deviceAdded, activated, stored };
}
