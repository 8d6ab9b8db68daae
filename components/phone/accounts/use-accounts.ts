import { useCallback, useEffect, useState } from 'react';
import type { Account, UsableAccount } from '@/lib/phone/accounts/account';
import type { AccountStore } from '@/lib/phone/accounts/account-store';
import { inBackground } from '@/components/site/feedback/perform';

/** Broadcasts changes of the store to the app's other tabs. */
const CHANNEL = 'authenticator-accounts';

/** Follows the phone's accounts, across tabs. @returns the accounts, and a function to call after each change */
export function useAccounts(store: AccountStore, atFirst: Account[]): [Account[], () => Promise<void>] {
  const [accounts, setAccounts] = useState(atFirst);
  const read = useCallback(async () => setAccounts(await store.list()), [store]);

  useEffect(() => {
    const channel = new BroadcastChannel(CHANNEL);
    channel.addEventListener('message', () => inBackground(read()));
    return () => channel.close();
  }, [read]);

  const announceChange = useCallback(async () => {
    const channel = new BroadcastChannel(CHANNEL);
    channel.postMessage('changed');
    channel.close();
    await read();
  }, [read]);
  return [accounts, announceChange];
}

/** Accounts that are not wiped. */
export function usableAccounts(accounts: readonly Account[]): UsableAccount[] {
  return accounts.filter((account) => account.state === 'usable');
}

export function usableAccount(accounts: readonly Account[], instanceId: string): UsableAccount | null {
  return usableAccounts(accounts).find((account) => account.instanceId === instanceId) ?? null;
}
