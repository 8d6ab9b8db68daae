import { sha256 } from '../../../../crypto/hash';
import { hexFromBytes, utf8 } from '../../../../shared/bytes';

/** How a phone is found by its push address: how long a look-up takes tells nothing of what is found by its hash. */
export async function hashNotificationId(notificationId: string): Promise<string> {
  return hexFromBytes(await sha256(utf8(notificationId)));
}
