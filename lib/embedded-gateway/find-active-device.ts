import { formatInstanceId, parseInstanceId } from '../shared/instance-id';
import { type Bytes } from '../shared/bytes';
import type { Reader } from './challenge';
import { openInstanceKey } from './device-instance';
import type { GatewayContext } from './gateway-context';

/** A device that may be used, with its key. */
export type ActiveDevice = { instanceId: string; instanceKey: Bytes; reader: Reader };

/** @returns null for a device that is unknown, locked or removed: one answer for all */
export async function findActiveDevice(
  { store, keyRing }: Pick<GatewayContext, 'store' | 'keyRing'>,
  instanceId: string,
): Promise<ActiveDevice | null> {
  const name = parseInstanceId(instanceId);
  const found = name && (await store.findInstance(name));
  if (!found || found.instance.state !== 'active' || found.instance.sealedKey === null) return null;
  const instanceKey = await openInstanceKey(keyRing, instanceId, found.instance.sealedKey);
  return { instanceId, instanceKey, reader: { ...name, ...found.owner } };
}

export function deviceNameOf({ serialNumber, sequenceNumber }: Reader): string {
  return formatInstanceId(serialNumber, sequenceNumber);
}
