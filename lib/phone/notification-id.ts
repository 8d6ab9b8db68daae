import { textFromUtf8, utf8 } from '../shared/bytes';
import { openOnDevice, sealOnDevice } from './keys/sealed-on-device';
import type { PhoneDatabase } from './accounts/phone-database';

const CONTEXT = 'notification identifier';

/**
 * The address under which the gateway reaches this phone, for all its accounts: made on first use, and kept under the
 * device's key, because whoever has it learns when a sign-in waits.
 * @throws DOMException when the store was altered or copied from another device
 */
export async function notificationId(database: PhoneDatabase, deviceKey: CryptoKey): Promise<string> {
  const kept = await database.get('notifications', 'identifier');
  if (kept) return textFromUtf8(await openOnDevice(deviceKey, kept, CONTEXT));
  const made = `web:${crypto.randomUUID()}`;
  const sealed = await sealOnDevice(deviceKey, utf8(made), CONTEXT);
  // Another tab may have been faster; whichever was stored first is the one.
  const transaction = database.transaction('notifications', 'readwrite');
  const first = await transaction.store.get('identifier');
  if (!first) await transaction.store.put(sealed, 'identifier');
  await transaction.done;
  return first ? textFromUtf8(await openOnDevice(deviceKey, first, CONTEXT)) : made;
}
