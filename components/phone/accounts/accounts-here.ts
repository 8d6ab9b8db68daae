import { AccountStore } from '@/lib/phone/accounts/account-store';
import { openPhoneDatabase, PHONE_DATABASE } from '@/lib/phone/accounts/phone-database';
import { usableAccounts } from './use-accounts';

/**
 * For the sign-in page: the user IDs of the app's accounts in this browser. Makes no database where the app was never opened.
 */
export async function accountsHere(): Promise<string[]> {
  try {
    if (!(await indexedDB.databases()).some(({ name }) => name === PHONE_DATABASE)) return [];
    const database = await openPhoneDatabase(() => undefined);
    const accounts = usableAccounts(await new AccountStore(database).list());
    database.close();
    return [...new Set(accounts.map(({ userId }) => userId))];
  } catch {
    // Some browsers keep nothing in private windows, and some do not list databases.
    return [];
  }
}
