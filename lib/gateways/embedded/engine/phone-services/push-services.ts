import {
  openPushSubscription,
  openPushTest,
  PUSH_SUBSCRIPTION_BYTES,
} from '../../../../wire/crypto/messages/push-subscription-message';
import { arePushKeys } from '../../../../wire/crypto/web-push/push-content';
import { sha256 } from '../../../../wire/crypto/hash';
import { bytesFromHex, hexFromBytes } from '../../../../shared/bytes';
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
  address: string | null,
): Promise<Result<null, ServiceRefusal>> {
  const { push, desk } = context;
  if (!push) return refuse('not-found');
  const sealed = bytesFromHex(message);
  const result = await openFromDevice(context, digipassInstanceID, (instanceKey) =>
    openPushSubscription(instanceKey, digipassInstanceID, sealed),
  );
  if (!result.ok) return result;
  const { device, message: change } = result.value;
  if (!isOfRecentAnswer(context, change.at * SECOND)) return refuse('not-found');
  const call = { call: hexFromBytes(await sha256(sealed)), address };
  const { subscription } = change;
  if (subscription === null) return desk.reach(askingDevice(device), null, call);
  const isOurs = change.applicationServerKey === (await push.applicationServerKey());
  if (!isOurs || !push.offers(subscription.endpoint) || !(await arePushKeys(subscription)))
    return refuse('invalid-parameter');
  return desk.reach(askingDevice(device), subscription, call);
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
