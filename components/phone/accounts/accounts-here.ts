import { AccountStore } from '@/lib/phone/accounts/account-store';
import { openPhoneDatabase, PHONE_DATABASE } from '@/lib/phone/accounts/phone-database';
import type { AccountsHere } from '@/components/site/phone-sign-in/choose-way';
import { usableAccounts } from './use-accounts';

const NONE: AccountsHere = { userIds: [], areQuiet: false };

/**
 * For the sign-in page: the app's accounts in this browser. Makes no database where the app was never opened.
 */
export async function accountsHere(): Promise<AccountsHere> {
  try {
    if (!(await indexedDB.databases()).some(({ name }) => name === PHONE_DATABASE)) return NONE;
    const database = await openPhoneDatabase((close) => close());
    const accounts = usableAccounts(await new AccountStore(database).list());
    database.close();
    return {
      userIds: [...new Set(accounts.map(({ userId }) => userId))],
      areQuiet: accounts.some(({ notifications }) => notifications === 'off'),
    };
  } catch {
    // Some browsers keep nothing in private windows, and some do not list databases.
    return NONE;
  }
}
