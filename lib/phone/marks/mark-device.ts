import { sealMark } from '../../wire/crypto/messages/device-details-message';
import { hexFromBytes } from '../../shared/bytes';
import type { Random } from '../../shared/random';
import type { Channel } from '../call-service';
import { askAboutDevice, type KeyedDevice } from '../device-details';
import type { GatewayAddress } from '../gateway-address';
import { askMarks } from './ask-marks';

/**
 * Has the site remember, by a cookie of this browser, that a device was activated in it. The device proves its key and that
 * it asks just now, so that nobody has another's device remembered by a browser of their own.
 * @returns whether it is remembered
 * @throws GatewayFailure when the site or the gateway fails
 */
export async function markDevice(
  origin: string,
  gateway: GatewayAddress,
  device: KeyedDevice,
  random: Random,
  channel?: Channel,
): Promise<boolean> {
  const { instanceId, instanceKey } = device;
  const answer = await askAboutDevice(gateway, device, random, channel);
  if (!answer.ok) return false;
  const sealed = await sealMark(instanceKey, instanceId, answer.value.askedAt, random.bytes(12));
  return (await askMarks(origin, { mark: instanceId, message: hexFromBytes(sealed) }, channel)) !== null;
}
