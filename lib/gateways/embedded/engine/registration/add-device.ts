import { sealActivationMessage2 } from '../../../../wire/crypto/messages/activation-message-2';
import { mosaicOf } from '../../../../wire/crypto/messages/mosaic';
import { KEY_BYTES } from '../../../../wire/crypto/provisioning-profile';
import { bytesFromHex, hexFromBytes, type Bytes } from '../../../../shared/bytes';
import { formatInstanceId } from '../../../../shared/identifiers/instance-id';
import { instanceKeyContext, openInstanceKey } from '../device-instance';
import type { GatewayContext } from '../gateway-context';
import type { Licence } from '../licence';
import { addDevice as withDevice, committedKeyContext, type DataSent, type DeviceAdded } from './registration';

const IV_BYTES = 12;

/** @property instanceKey 32 bytes */
export type AddedDevice = { device: DeviceAdded; instanceKey: Bytes };

/**
 * Assigns an instance to the device whose code was verified. The instance is part of the registration until its last
 * step, so that an abandoned one leaves nothing behind.
 * @returns null when the registration has moved on meanwhile
 */
export async function addDevice(
  { store, clock, random, keyRing, settings, reportProgress }: GatewayContext,
  { registration, licence }: { registration: DataSent; licence: Licence },
  { deviceCode, description }: { deviceCode: string; description: string },
): Promise<AddedDevice | null> {
  const sequenceNumber = licence.nextSequenceNumber;
  const instanceId = formatInstanceId(licence.serialNumber, sequenceNumber);
  const { identifier: registrationIdentifier, salt, encryptedCommittedKey } = registration;
  const instanceKey = encryptedCommittedKey
    ? bytesFromHex(await keyRing.decrypt(encryptedCommittedKey, committedKeyContext(registrationIdentifier)))
    : random.bytes(KEY_BYTES);
  const encryptedInstanceKey = await keyRing.encrypt(hexFromBytes(instanceKey), instanceKeyContext(instanceId));
  const mosaic = await mosaicOf({ salt: bytesFromHex(salt), registrationIdentifier, deviceCode, instanceKey });
  const newDevice = { sequenceNumber, mosaic, deviceCode, description, encryptedInstanceKey };
  const device = withDevice(registration, newDevice, clock.now(), settings.completionLifetimeMs);
  if (!(await store.saveAddedDevice(device))) return null;
  await reportProgress(registration.identifier, device);
  return { device, instanceKey };
}

/** The added device again, for a phone that has lost the reply. */
export async function reopenDevice({ keyRing }: GatewayContext, device: DeviceAdded): Promise<AddedDevice> {
  const instanceId = formatInstanceId(device.serialNumber, device.sequenceNumber);
  return { device, instanceKey: await openInstanceKey(keyRing, instanceId, device.encryptedInstanceKey) };
}

/** Activation message 2 for the added device. @param licenceKey as sent to the phone */
export async function messageForDevice(
  { random }: GatewayContext,
  { sequenceNumber, deviceCode }: DeviceAdded,
  { licenceKey, instanceKey }: { licenceKey: Bytes; instanceKey: Bytes },
): Promise<Bytes> {
  return sealActivationMessage2(licenceKey, deviceCode, { sequenceNumber, instanceKey }, random.bytes(IV_BYTES));
}
