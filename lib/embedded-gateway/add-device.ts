import { sealActivationMessage2 } from '../crypto/activation-message-2';
import { KEY_BYTES } from '../crypto/provisioning-profile';
import { bytesFromHex, hexFromBytes, type Bytes } from '../shared/bytes';
import { formatInstanceId } from '../shared/instance-id';
import { instanceKeyContext } from './device-instance';
import type { GatewayContext } from './gateway-context';
import type { Licence } from './licence';
import { addDevice as withDevice, type DataSent, type DeviceAdded } from './registration';

const IV_BYTES = 12;

/**
 * Gives the device whose code was checked an instance, which stays part of the registration until its last step, so that
 * one that is given up leaves nothing behind.
 * @returns null when the registration has moved on meanwhile
 */
export async function addDevice(
  { store, clock, random, keyRing, settings, reportProgress }: GatewayContext,
  { registration, licence }: { registration: DataSent; licence: Licence },
  { deviceCode, description }: { deviceCode: string; description: string },
): Promise<DeviceAdded | null> {
  const sequenceNumber = licence.nextSequenceNumber;
  const instanceId = formatInstanceId(licence.serialNumber, sequenceNumber);
  const sealedInstanceKey = await keyRing.seal(hexFromBytes(random.bytes(KEY_BYTES)), instanceKeyContext(instanceId));
  const device = { sequenceNumber, deviceCode, description, sealedInstanceKey };
  const added = withDevice(registration, device, clock.now(), settings.completionLifetimeMs);
  if (!(await store.saveAddedDevice(added))) return null;
  await reportProgress(registration.identifier);
  return added;
}

/** Activation message 2 for the device that was added. @param licenceKey the one that the phone was given */
export async function messageForDevice(
  { keyRing, random }: GatewayContext,
  { serialNumber, sequenceNumber, deviceCode, sealedInstanceKey }: DeviceAdded,
  licenceKey: Bytes,
): Promise<Bytes> {
  const context = instanceKeyContext(formatInstanceId(serialNumber, sequenceNumber));
  const instanceKey = bytesFromHex(await keyRing.open(sealedInstanceKey, context));
  return sealActivationMessage2(licenceKey, deviceCode, { sequenceNumber, instanceKey }, random.bytes(IV_BYTES));
}
