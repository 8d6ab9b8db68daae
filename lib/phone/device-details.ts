import {
  openDeviceAnswer,
  QUESTION_BYTES,
  sealDeviceQuestion,
  sealFreeze,
  type DeviceAnswer,
  type DeviceDetails,
} from '../wire/crypto/messages/device-details-message';
import type { Bytes } from '../shared/bytes';
import type { Random } from '../shared/random';
import { accept, refuse, type Result } from '../shared/result';
import { callAsDevice } from './call-as-device';
import { readHex, type Channel, type StepRefusal } from './call-service';
import type { GatewayAddress } from './gateway-address';
import { GatewayFailure } from './gateway-failure';
import { untilAnswered } from './until-answered';

/*
 * Services of Tessera's own gateway, beside those of OneSpan §3. Both are encrypted under the instance key, so the PIN comes
 * first.
 */

export type KeyedDevice = { instanceId: string; instanceKey: Bytes };

type AskRefusal = StepRefusal | 'gateway-not-genuine';

/**
 * Asks the gateway what the website calls the device, its user and itself.
 * @throws GatewayFailure when the gateway fails
 */
export async function askAboutDevice(
  gateway: GatewayAddress,
  { instanceId, instanceKey }: KeyedDevice,
  random: Random,
  channel?: Channel,
): Promise<Result<DeviceAnswer, AskRefusal>> {
  const question = random.bytes(QUESTION_BYTES);
  const sealed = await sealDeviceQuestion(instanceKey, instanceId, question, random.bytes(12));
  const reply = await callAsDevice(gateway, 'tessera/describeDevice', instanceId, sealed, channel);
  if (!reply.ok) return reply;
  const answer = await openDeviceAnswer(instanceKey, instanceId, question, readHex(reply.value, 'message'));
  return answer.ok ? answer : refuse('gateway-not-genuine');
}

/**
 * @returns 'frozen' where the account of the device's user is; null when the gateway does not say, which other gateways than
 *   Tessera's never do; the device works without
 */
export async function fetchDeviceDetails(
  gateway: GatewayAddress,
  device: KeyedDevice,
  random: Random,
  channel?: Channel,
): Promise<DeviceDetails | 'frozen' | null> {
  try {
    const answer = await askAboutDevice(gateway, device, random, channel);
    if (!answer.ok) return null;
    if (answer.value.isFrozen) return 'frozen';
    const { isFrozen: _free, askedAt: _now, ...details } = answer.value;
    return details;
  } catch (error) {
    if (error instanceof GatewayFailure) return null;
    throw error;
  }
}

/**
 * Freezes everything of the device's user, with retries. Asks first, because the message has to repeat the time of an answer;
 * every retry sends the same message, which freezes once. An account that is frozen already is as good.
 * @throws GatewayFailure when the gateway fails and retries do not help
 */
export async function freezeEverything(
  gateway: GatewayAddress,
  device: KeyedDevice,
  random: Random,
  channel?: Channel,
): Promise<Result<null, AskRefusal>> {
  const { instanceId, instanceKey } = device;
  const answer = await untilAnswered(() => askAboutDevice(gateway, device, random, channel), channel?.signal);
  if (!answer.ok) return answer;
  if (answer.value.isFrozen) return accept(null);
  const sealed = await sealFreeze(instanceKey, instanceId, answer.value.askedAt, random.bytes(12));
  const call = () => callAsDevice(gateway, 'tessera/freezeEverything', instanceId, sealed, channel);
  const reply = await untilAnswered(call, channel?.signal);
  return reply.ok ? accept(null) : reply;
}
