import {
  openPushSubscription,
  openPushTest,
  PUSH_SUBSCRIPTION_BYTES,
} from '../../../../crypto/messages/push-subscription-message';
import { arePushKeys } from '../../../../crypto/web-push/push-content';
import { bytesFromHex } from '../../../../shared/bytes';
import { MINUTE, SECOND } from '../../../../shared/time/duration';
import { accept, refuse, type Result } from '../../../../shared/result';
import { openFromDevice } from '../find-device';
import type { GatewayContext } from '../gateway-context';
import { readHexBytes, readName } from './service-fields';
import type { Service, ServiceRefusal } from './service-refusal';

type DeviceCall = { digipassInstanceID: string; message: string };

/** From the gateway's time that the device asked for, by the gateway's clock: phones' may be wrong. */
const WINDOW_MS = 2 * MINUTE;

/**
 * Keeps, or ends, how a device is reached while its app is closed. Only the device itself can have sealed it, and a message
 * that was kept back is too old after two minutes: nobody turns on again what its user has turned off.
 */
async function subscribeToPush(
  context: GatewayContext,
  { digipassInstanceID, message }: DeviceCall,
): Promise<Result<null, ServiceRefusal>> {
  const { push, clock } = context;
  if (!push) return refuse('not-found');
  const result = await openFromDevice(context, digipassInstanceID, (instanceKey) =>
    openPushSubscription(instanceKey, digipassInstanceID, bytesFromHex(message)),
  );
  if (!result.ok) return result;
  const { device, message: change } = result.value;
  const now = clock.now();
  if (!isRecent(change.at, now)) return refuse('not-found');
  const { subscription } = change;
  if (subscription === null) {
    await push.unsubscribe(device.reader);
    return accept(null);
  }
  const isOurs = change.applicationServerKey === (await push.applicationServerKey());
  if (!isOurs || !push.offers(subscription.endpoint) || !(await arePushKeys(subscription)))
    return refuse('invalid-parameter');
  await push.subscribe(device.reader, subscription, now);
  return accept(null);
}

/** Sends the device a test, and says what came of it. */
async function testPush(
  context: GatewayContext,
  { digipassInstanceID, message }: DeviceCall,
): Promise<Result<{ outcome: string }, ServiceRefusal>> {
  const result = await openFromDevice(context, digipassInstanceID, (instanceKey) =>
    openPushTest(instanceKey, digipassInstanceID, bytesFromHex(message)),
  );
  if (!result.ok) return result;
  const { device, message: at } = result.value;
  if (!isRecent(at, context.clock.now())) return refuse('not-found');
  const { userId, domain } = device.reader;
  const sent = await context.desk.testNotification({ instanceId: device.instanceId, userId, domain });
  return sent.ok ? accept({ outcome: sent.value }) : sent;
}

function isRecent(at: number, now: Date): boolean {
  const age = now.getTime() - at * SECOND;
  return age >= 0 && age <= WINDOW_MS;
}

const service = (run: (context: GatewayContext, call: DeviceCall) => ReturnType<Service['run']>): Service => ({
  allowed: 'front-end',
  async run(context, fields) {
    const digipassInstanceID = readName(fields['digipassInstanceID'], 1);
    const message = readHexBytes(fields['message'], PUSH_SUBSCRIPTION_BYTES);
    if (digipassInstanceID === null || message === null) return refuse('invalid-parameter');
    return run(context, { digipassInstanceID, message });
  },
});

export const PUSH_SERVICES: readonly (readonly [string, Service])[] = [
  ['tessera/subscribeToPush', service(subscribeToPush)],
  ['tessera/testPush', service(testPush)],
];
