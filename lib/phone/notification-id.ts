import { textFromUtf8, utf8 } from '../shared/bytes';
import { openOnDevice, sealOnDevice } from './keys/sealed-on-device';
import type { PhoneDatabase } from './accounts/phone-database';

const CONTEXT = 'notification identifier';

/**
 * Returns the address at which the gateway reaches this phone, for all its accounts. Generated on first use, and stored
 * encrypted under the device key, because it reveals when a sign-in is waiting.
 * @throws DOMException when the store was altered or copied from another device
 */
export async function notificationId(database: PhoneDatabase, deviceKey: CryptoKey): Promise<string> {
  const sealedOnDevice = await database.get('notifications', 'identifier');
  if (sealedOnDevice) return textFromUtf8(await openOnDevice(deviceKey, sealedOnDevice, CONTEXT));
  const id = `web:${crypto.randomUUID()}`;
  const sealed = await sealOnDevice(deviceKey, utf8(id), CONTEXT);
  // Another tab may have stored one meanwhile; the first one counts.
  const transaction = database.transaction('notifications', 'readwrite');
  const first = await transaction.store.get('identifier');
  if (!first) await transaction.store.put(sealed, 'identifier');
  await transaction.done;
  return first ? textFromUtf8(await openOnDevice(deviceKey, first, CONTEXT)) : id;
}
