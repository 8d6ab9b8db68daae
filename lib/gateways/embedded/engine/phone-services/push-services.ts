import {
  openPushSubscription,
  openPushTest,
  PUSH_SUBSCRIPTION_BYTES,
} from '../../../../crypto/messages/push-subscription-message';
import { arePushKeys } from '../../../../crypto/web-push/push-content';
import { bytesFromHex } from '../../../../shared/bytes';
import { SECOND } from '../../../../shared/time/duration';
import { accept, refuse, type Result } from '../../../../shared/result';
import { openFromDevice } from '../find-device';
import type { GatewayContext } from '../gateway-context';
import { isOfRecentAnswer } from '../recent-answer';
import { askingDevice, deviceService, type DeviceCall } from './device-call';
import type { Service, ServiceRefusal } from './service-refusal';

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
  if (!isOfRecentAnswer(context, change.at * SECOND)) return refuse('not-found');
  const { subscription } = change;
  if (subscription === null) {
    await push.unsubscribe(device.reader);
    return accept(null);
  }
  const isOurs = change.applicationServerKey === (await push.applicationServerKey());
  if (!isOurs || !push.offers(subscription.endpoint) || !(await arePushKeys(subscription)))
    return refuse('invalid-parameter');
  await push.subscribe(device.reader, subscription, clock.now());
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
  if (!isOfRecentAnswer(context, at * SECOND)) return refuse('not-found');
  const sent = await context.desk.testNotification(askingDevice(device));
  return sent.ok ? accept({ outcome: sent.value }) : sent;
}

export const PUSH_SERVICES: readonly (readonly [string, Service])[] = [
  ['tessera/subscribeToPush', deviceService(PUSH_SUBSCRIPTION_BYTES, subscribeToPush)],
  ['tessera/testPush', deviceService(PUSH_SUBSCRIPTION_BYTES, testPush)],
];
