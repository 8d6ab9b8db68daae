import { parseInstanceId } from '../shared/instance-id';
import { openNotificationId } from '../crypto/notification-message';
import { bytesFromHex } from '../shared/bytes';
import { accept, refuse, type Result } from '../shared/result';
import { openInstanceKey, notificationContext } from './device-instance';
import type { GatewayContext } from './gateway-context';
import { hashNotificationId } from './hash-notification-id';
import type { ServiceRefusal } from './service-refusal';

export type NotificationUpdate = {
  userID: string;
  domain: string;
  digipassInstanceID: string;
  /** Hexadecimal; see `notification-message.ts`. */
  encryptedNotificationID: string;
};

/** `updateNotificationID` (contract §3.5): where push messages for a device go. Only the device itself can say. */
export async function updateNotificationId(
  { store, keyRing }: GatewayContext,
  { userID, domain, digipassInstanceID, encryptedNotificationID }: NotificationUpdate,
): Promise<Result<null, ServiceRefusal>> {
  const name = parseInstanceId(digipassInstanceID);
  const found = name && (await store.findInstance(name));
  if (!found || found.owner.userId !== userID || found.owner.domain !== domain) return refuse('not-found');
  const { sealedKey, state } = found.instance;
  if (sealedKey === null || state !== 'active') return refuse('not-found');
  const instanceKey = await openInstanceKey(keyRing, digipassInstanceID, sealedKey);
  const opened = await openNotificationId(instanceKey, digipassInstanceID, bytesFromHex(encryptedNotificationID));
  if (!opened.ok) return refuse('wrong-proof');
  const sealedNotificationId = await keyRing.seal(opened.value, notificationContext(digipassInstanceID));
  const notificationHash = await hashNotificationId(opened.value);
  const isChanged = await store.changeInstance(name, { sealedNotificationId, notificationHash });
  return isChanged ? accept(null) : refuse('not-found');
}
