import { openMark } from '../../../wire/crypto/messages/device-details-message';
import type { Bytes } from '../../../shared/bytes';
import { openFromDevice } from './find-device';
import type { GatewayContext } from './gateway-context';
import { isOfRecentAnswer } from './recent-answer';

/**
 * Whether the device itself asks, just now, to be remembered by the browser that sends this. A thief who has read such a
 * message could otherwise have a browser of their own remember it.
 */
export async function provesMark(context: GatewayContext, instanceId: string, sealed: Bytes): Promise<boolean> {
  const opened = await openFromDevice(context, instanceId, (instanceKey) => openMark(instanceKey, instanceId, sealed));
  return opened.ok && isOfRecentAnswer(context, opened.value.message);
}
