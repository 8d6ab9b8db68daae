import { openNotificationId } from '../../../../wire/crypto/messages/notification-message';
import { bytesFromHex, hexFromBytes, utf8 } from '../../../../shared/bytes';
import { accept, refuse, type Result } from '../../../../shared/result';
import { notificationContext } from '../device-instance';
import { openFromDevice } from '../find-device';
import type { GatewayContext } from '../gateway-context';
import type { ServiceRefusal } from './service-refusal';
import { sha256 } from '../../../../wire/crypto/hash';

export type NotificationUpdate = {
  userID: string;
  domain: string;
  digipassInstanceID: string;
  /** Hexadecimal; see `notification-message.ts`. */
  encryptedNotificationID: string;
};

/**
 * `updateNotificationID` (OneSpan §3.5): sets a device's push address. Only the device itself can; other callers learn
 * nothing, not even its owner.
 */
export async function updateNotificationId(
  context: GatewayContext,
  { userID, domain, digipassInstanceID, encryptedNotificationID }: NotificationUpdate,
): Promise<Result<null, ServiceRefusal>> {
  const result = await openFromDevice(context, digipassInstanceID, (instanceKey) =>
    openNotificationId(instanceKey, digipassInstanceID, bytesFromHex(encryptedNotificationID)),
  );
  if (!result.ok) return result;
  const { device, message: notificationId } = result.value;
  const { reader } = device;
  if (reader.userId !== userID || reader.domain !== domain) return refuse('not-found');
  const encryptedNotificationId = await context.keyRing.encrypt(
    notificationId,
    notificationContext(digipassInstanceID),
  );
  const notificationHash = await hashNotificationId(notificationId);
  const isChanged = await context.store.changeInstance(reader, { encryptedNotificationId, notificationHash });
  return isChanged ? accept(null) : refuse('not-found');
}

/** Phones are found by the hash of their push address, so that the timing of a look-up reveals nothing about it. */
export async function hashNotificationId(notificationId: string): Promise<string> {
  return hexFromBytes(await sha256(utf8(notificationId)));
}
