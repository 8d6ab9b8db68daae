import { isPending, type Activation } from '@/lib/activation/activation';
import type { DeviceReplacementStore } from '@/lib/devices/replacement/device-replacement';

/**
 * The replacement that an activation is a part of; null for none. While the activation is pending, its device is the one
 * that a replacement under way awaits.
 */
export async function findReplacement(
  replacements: DeviceReplacementStore,
  activation: Activation,
): Promise<{ oldName: string; isDone: boolean } | null> {
  const underWay = await replacements.findUnderWay(activation);
  if (underWay && isPending(activation)) return { oldName: underWay.oldName, isDone: false };
  if (activation.state !== 'active') return null;
  const open = await replacements.listOpen(activation);
  const own = open.find((one) => 'newInstanceId' in one && one.newInstanceId === activation.instanceId);
  return own ? { oldName: own.oldName, isDone: own.state === 'retired' } : null;
}
