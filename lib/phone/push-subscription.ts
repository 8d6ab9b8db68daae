import { sealPushSubscription, sealPushTest } from '../wire/crypto/messages/push-subscription-message';
import type { PushSubscriptionKeys } from '../shared/push-hosts';
import type { Random } from '../shared/random';
import { accept, type Result } from '../shared/result';
import { callAsDevice } from './call-as-device';
import { callService, type Channel, type StepRefusal } from './call-service';
import type { KeyedDevice } from './device-details';
import type { GatewayAddress } from './gateway-address';
import { GatewayFailure } from './gateway-failure';

/**
 * Tells the gateway how the device is reached while its app is closed (`tessera/subscribeToPush`), encrypted under its key.
 * The message repeats the gateway's time, because a phone's clock may be wrong, and one that was kept back is refused.
 * @param subscription of the browser, made for `gateway.pushKey`; null to be reached no more
 * @throws GatewayFailure when the gateway fails
 */
export async function tellPushSubscription(
  gateway: GatewayAddress,
  { instanceId, instanceKey }: KeyedDevice,
  subscription: PushSubscriptionKeys | null,
  random: Random,
  channel?: Channel,
): Promise<Result<null, StepRefusal>> {
  const time = await askTime(gateway, channel);
  if (!time.ok) return time;
  const at = time.value;
  const change =
    subscription === null ? { at, subscription } : { at, subscription, applicationServerKey: gateway.pushKey ?? '' };
  const sealed = await sealPushSubscription(instanceKey, instanceId, change, random.bytes(12));
  const reply = await callAsDevice(gateway, 'tessera/subscribeToPush', instanceId, sealed, channel);
  return reply.ok ? accept(null) : reply;
}

/** What came of a test: `gone` and `not-reached` where the website reaches this phone no more. */
export type PushTestOutcome = 'delivered' | 'not-reached' | 'gone' | 'failed';

/**
 * Asks for a test notification (`tessera/testPush`).
 * @throws GatewayFailure when the gateway fails
 */
export async function askForPushTest(
  gateway: GatewayAddress,
  { instanceId, instanceKey }: KeyedDevice,
  random: Random,
  channel?: Channel,
): Promise<Result<PushTestOutcome, StepRefusal>> {
  const time = await askTime(gateway, channel);
  if (!time.ok) return time;
  const sealed = await sealPushTest(instanceKey, instanceId, time.value, random.bytes(12));
  const reply = await callAsDevice(gateway, 'tessera/testPush', instanceId, sealed, channel);
  if (!reply.ok) return reply;
  const { outcome } = reply.value;
  return accept(outcome === 'delivered' || outcome === 'gone' || outcome === 'not-reached' ? outcome : 'failed');
}

/** @returns the gateway's time, in seconds */
async function askTime(gateway: GatewayAddress, channel?: Channel): Promise<Result<number, StepRefusal>> {
  const time = await callService(gateway, 'provisioning/getServerTime', {}, channel);
  if (!time.ok) return time;
  const { serverTime } = time.value;
  if (typeof serverTime !== 'number') throw new GatewayFailure('malformed-reply');
  return accept(serverTime);
}
