import { openPushSubscription, PUSH_SUBSCRIPTION_BYTES } from '../../../../crypto/messages/push-subscription-message';
import { arePushKeys } from '../../../../crypto/web-push/push-content';
import { bytesFromHex } from '../../../../shared/bytes';
import { MINUTE, SECOND } from '../../../../shared/time/duration';
import { accept, refuse, type Result } from '../../../../shared/result';
import { openFromDevice } from '../find-device';
import type { GatewayContext } from '../gateway-context';
import { readHexBytes, readName } from './service-fields';
import type { Service, ServiceRefusal } from './service-refusal';

/** From the gateway's time that the device asked for, by the gateway's clock: phones' may be wrong. */
const WINDOW_MS = 2 * MINUTE;

/**
 * Keeps, or ends, how a device is reached while its app is closed. Only the device itself can have sealed it, and a message
 * that was kept back is too old after two minutes: nobody turns on again what its user has turned off.
 */
async function subscribeToPush(
  context: GatewayContext,
  { digipassInstanceID, message }: { digipassInstanceID: string; message: string },
): Promise<Result<null, ServiceRefusal>> {
  const { push, clock } = context;
  if (!push) return refuse('not-found');
  const result = await openFromDevice(context, digipassInstanceID, (instanceKey) =>
    openPushSubscription(instanceKey, digipassInstanceID, bytesFromHex(message)),
  );
  if (!result.ok) return result;
  const { device, message: change } = result.value;
  const now = clock.now();
  const age = now.getTime() - change.at * SECOND;
  if (age < 0 || age > WINDOW_MS) return refuse('not-found');
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

export const PUSH_SERVICES: readonly (readonly [string, Service])[] = [
  [
    'tessera/subscribeToPush',
    {
      allowed: 'front-end',
      async run(context, fields) {
        const digipassInstanceID = readName(fields['digipassInstanceID'], 1);
        const message = readHexBytes(fields['message'], PUSH_SUBSCRIPTION_BYTES);
        if (digipassInstanceID === null || message === null) return refuse('invalid-parameter');
        return subscribeToPush(context, { digipassInstanceID, message });
      },
    },
  ],
];
