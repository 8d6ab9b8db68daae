import { sealDeviceReport } from '../wire/crypto/messages/device-report-message';
import type { Keeping } from '../shared/keeping';
import type { Random } from '../shared/random';
import { callAsDevice } from './call-as-device';
import type { Channel } from './call-service';
import type { KeyedDevice } from './device-details';
import type { GatewayAddress } from './gateway-address';

/**
 * Tells the gateway how the browser keeps the device, so that the website can say when it may be lost.
 * @returns whether it was heard; an older gateway of Tessera's has no such service
 * @throws GatewayFailure when the gateway fails
 */
export async function reportDevice(
  gateway: GatewayAddress,
  { instanceId, instanceKey }: KeyedDevice,
  keeping: Keeping,
  random: Random,
  channel?: Channel,
): Promise<boolean> {
  const sealed = await sealDeviceReport(instanceKey, instanceId, keeping, random.bytes(12));
  return (await callAsDevice(gateway, 'tessera/reportDevice', instanceId, sealed, channel)).ok;
}
