import type { PhoneDatabase } from '../accounts/phone-database';

const ALGORITHM = { name: 'AES-GCM', length: 256 };

/**
 * The key of this browser on this device, made on first use. It cannot be exported, so whoever copies the store's
 * contents through the app has nothing to guess PINs against.
 */
export async function deviceKey(database: PhoneDatabase): Promise<CryptoKey> {
  const kept = await database.get('device', 'key');
  if (kept) return kept;
  const made = await crypto.subtle.generateKey(ALGORITHM, false, ['encrypt', 'decrypt']);
  // Another tab may have been faster; whichever was stored first is the one.
  const transaction = database.transaction('device', 'readwrite');
  const first = await transaction.store.get('key');
  if (!first) await transaction.store.put(made, 'key');
  await transaction.done;
  return first ?? made;
}
