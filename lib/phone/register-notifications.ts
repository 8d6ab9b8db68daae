import { sealNotificationId } from '../crypto/messages/notification-message';
import { hexFromBytes, type Bytes } from '../shared/bytes';
import type { Random } from '../shared/random';
import type { Result } from '../shared/result';
import { callService, type StepRefusal } from './call-service';
import type { GatewayAddress } from './gateway-address';
import type { JsonObject } from './fetch-json';
import { untilNotBusy } from './until-answered';

/**
 * `updateNotificationID` (OneSpan §3.5): tells the gateway where this phone is reached. Only an activated instance can.
 * @param notificationId the phone's address for notifications
 * @throws GatewayFailure when the gateway fails
 */
export async function registerNotifications(
  gateway: GatewayAddress,
  { instanceId, userId, domain }: { instanceId: string; userId: string; domain: string },
  instanceKey: Bytes,
  notificationId: string,
  random: Random,
): Promise<Result<JsonObject, StepRefusal>> {
  const sealed = await sealNotificationId(instanceKey, instanceId, notificationId, random.bytes(12));
  const fields = {
    userID: userId,
    domain,
    digipassInstanceID: instanceId,
    encryptedNotificationID: hexFromBytes(sealed),
  };
  return untilNotBusy(() => callService(gateway, 'notification/push/updateNotificationID', fields));
}
