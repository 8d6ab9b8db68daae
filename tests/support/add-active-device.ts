import type { Reader } from '@/lib/gateways/embedded/engine/challenges/challenge';
import type { GatewayStore } from '@/lib/gateways/embedded/engine/gateway-store';
import {
  addDevice,
  exchangeKeys,
  sendActivationData,
  type Registered,
} from '@/lib/gateways/embedded/engine/registration/registration';

const NOW = new Date('2026-05-04T10:00:00.123Z');
const EXPIRY = new Date('2026-05-04T10:10:00.789Z');

let count = 0;

/** A device of a new person, put into a store without any cryptography. */
export async function addActiveDevice(store: GatewayStore): Promise<Reader> {
  count += 1;
  const serialNumber = `VDT${String(count).padStart(7, '0')}`;
  const owner = { userId: `reader ${count}`, domain: 'example.org' };
  const pin = { pinMinimumLength: 4, pinMaximumLength: 8 };
  const licence = { serialNumber, ...owner, encryptedKey: 'sealed', activationLimit: 3, ...pin, version: 0 };
  await store.addLicence({ ...licence, notificationsEnabled: true, nextSequenceNumber: 1, createdAt: NOW });
  const registered: Registered = {
    state: 'registered',
    identifier: `D${String(count).padStart(7, '0')}`,
    serialNumber,
    version: 0,
    salt: '00',
    encryptedVerifier: 'sealed v',
    encryptedCommittedKey: null,
    wrongProofs: 0,
    isOffline: false,
    registeredAt: NOW,
    keyedAt: null,
    dataSentAt: null,
    deviceAddedAt: null,
    expiresAt: EXPIRY,
  };
  await store.addRegistration(registered, 0);
  const keys = { encryptedServerPrivateKey: 'sealed b', clientPublicKey: 'aa', serverPublicKey: 'bb' };
  const keyed = exchangeKeys(registered, keys, NOW, 0);
  const sent = sendActivationData(keyed, NOW);
  const device = {
    sequenceNumber: 1,
    mosaic: null,
    deviceCode: '1'.repeat(26),
    description: 'Phone',
    encryptedInstanceKey: 'sealed k',
  };
  const added = addDevice(sent, device, NOW, 0);
  await store.saveRegistration(keyed);
  await store.saveRegistration(sent);
  await store.saveAddedDevice(added);
  const activated = await store.activate(added.identifier, added.version, {
    serialNumber,
    sequenceNumber: 1,
    encryptedKey: 'sealed k',
    deviceCode: device.deviceCode,
    description: 'Phone',
    state: 'active',
    activatedAt: NOW,
    lastUsedAt: null,
    lastAcceptedStep: 0,
    encryptedNotificationId: null,
    notificationHash: null,
    keeping: null,
  });
  if (!activated) throw new Error('the device could not be added');
  return { serialNumber, sequenceNumber: 1, ...owner };
}
