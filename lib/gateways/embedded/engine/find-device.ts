import type { Bytes } from '../../../shared/bytes';
import { formatInstanceId, parseInstanceId } from '../../../shared/identifiers/instance-id';
import { accept, refuse, type Result } from '../../../shared/result';
import type { Reader } from './challenges/challenge';
import { instanceKeyContext, openInstanceKey } from './device-instance';
import type { GatewayContext } from './gateway-context';

type DeviceContext = Pick<GatewayContext, 'store' | 'keyRing'>;

/** A device with its key. */
export type Device = { instanceId: string; instanceKey: Bytes; reader: Reader; isActive: boolean };

const DUMMY_KEY = '00'.repeat(32);

/** @returns null for a device that is unknown or removed */
export async function findDevice({ store, keyRing }: DeviceContext, instanceId: string): Promise<Device | null> {
  const name = parseInstanceId(instanceId);
  const device = name && (await store.findInstance(name));
  if (!device || device.instance.encryptedKey === null) return null;
  const instanceKey = await openInstanceKey(keyRing, instanceId, device.instance.encryptedKey);
  const reader = { ...name, ...device.owner };
  return { instanceId, instanceKey, reader, isActive: device.instance.state === 'active' };
}

/** @returns null for a device that is unknown, locked or removed: one answer for all */
export async function findActiveDevice(context: DeviceContext, instanceId: string): Promise<Device | null> {
  const device = await findDevice(context, instanceId);
  return device?.isActive ? device : null;
}

/** What the device with the key has encrypted. */
type FromDevice<Message> = { device: Device; message: Message };

/**
 * Opens a message that only a usable device can have encrypted. An unknown device costs the same work as a known one,
 * so that neither the reply nor its timing reveals which serial numbers exist.
 * @param open with the device's key, or with a dummy key
 */
export async function openFromDevice<Message>(
  context: DeviceContext,
  instanceId: string,
  open: (instanceKey: Bytes) => Promise<Result<Message, 'not-authentic'>>,
): Promise<Result<FromDevice<Message>, 'not-found'>> {
  const result = await openFromAnyDevice(context, instanceId, open);
  return result.ok && result.value.device.isActive ? result : refuse('not-found');
}

/** The same for a device that may be locked. */
export async function openFromAnyDevice<Message>(
  context: DeviceContext,
  instanceId: string,
  open: (instanceKey: Bytes) => Promise<Result<Message, 'not-authentic'>>,
): Promise<Result<FromDevice<Message>, 'not-found'>> {
  const device = await findDevice(context, instanceId);
  const result = await open(device?.instanceKey ?? (await nobodysKey(context, instanceId)));
  return device && result.ok ? accept({ device, message: result.value }) : refuse('not-found');
}

async function nobodysKey({ keyRing }: DeviceContext, instanceId: string): Promise<Bytes> {
  const sealed = await keyRing.encrypt(DUMMY_KEY, instanceKeyContext(instanceId));
  return openInstanceKey(keyRing, instanceId, sealed);
}

export function deviceNameOf({ serialNumber, sequenceNumber }: Reader): string {
  return formatInstanceId(serialNumber, sequenceNumber);
}
