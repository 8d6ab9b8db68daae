import { textFromUtf8, utf8, type Bytes } from '../../../shared/bytes';
import { accept, refuse, type Result } from '../../../shared/result';
import { openFromChannel, sealForChannel } from '../secure-channel';

/**
 * Encrypts the phone's address for push messages; see `provisioning-profile.ts`.
 * @param iv 12 bytes, random
 */
export async function sealNotificationId(
  instanceKey: Bytes,
  instanceId: string,
  notificationId: string,
  iv: Bytes,
): Promise<Bytes> {
  return sealForChannel(instanceKey, 'notification', instanceId, utf8(notificationId), iv);
}

export async function openNotificationId(
  instanceKey: Bytes,
  instanceId: string,
  sealed: Bytes,
): Promise<Result<string, 'not-authentic'>> {
  const result = await openFromChannel(instanceKey, 'notification', instanceId, sealed);
  if (!result.ok) return result;
  try {
    return accept(textFromUtf8(result.value));
  } catch {
    return refuse('not-authentic');
  }
}
