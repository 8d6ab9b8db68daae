import type { Active } from '../activation/activation';
import type { ReplacementPorts } from './authenticator-ports';
import { haveNewDevice } from './device-replacement';

/** Takes a device that has just begun to work for the one that its person wants in the place of another. */
export async function noteNewDevice(
  { replacements }: Pick<ReplacementPorts, 'replacements'>,
  { userId, domain, instanceId, deviceName }: Pick<Active, 'userId' | 'domain' | 'instanceId' | 'deviceName'>,
): Promise<void> {
  for (;;) {
    const underWay = await replacements.findUnderWay({ userId, domain });
    if (!underWay || ('newInstanceId' in underWay && underWay.newInstanceId === instanceId)) return;
    const moved = haveNewDevice(underWay, { newInstanceId: instanceId, newName: deviceName ?? instanceId });
    if ((await replacements.save(moved, { events: [], messages: [] })).ok) return;
  }
}
