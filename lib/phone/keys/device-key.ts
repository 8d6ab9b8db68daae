import type { PhoneDatabase } from '../accounts/phone-database';

const ALGORITHM = { name: 'AES-GCM', length: 256 };

/**
 * Returns this browser's device key, generated on first use. It is not extractable, so that a script that copies the store
 * cannot try PINs against it elsewhere.
 */
export async function deviceKey(database: PhoneDatabase): Promise<CryptoKey> {
  const storedKey = await database.get('device', 'key');
  if (storedKey) return storedKey;
  const key = await crypto.subtle.generateKey(ALGORITHM, false, ['encrypt', 'decrypt']);
  // Another tab may have stored one meanwhile; the first one counts.
  const transaction = database.transaction('device', 'readwrite');
  const first = await transaction.store.get('key');
  if (!first) await transaction.store.put(key, 'key');
  await transaction.done;
  return first ?? key;
}
