import { useCallback, useEffect, useState } from 'react';
import type { Account, UsableAccount } from '@/lib/phone/accounts/account';
import type { AccountStore } from '@/lib/phone/accounts/account-store';

/** Tells the app's other tabs that the store has changed. */
const CHANNEL = 'authenticator-accounts';

/** The phone's accounts, also as other tabs change them. @returns a function to call after a change, too */
export function useAccounts(store: AccountStore, atFirst: Account[]): [Account[], () => Promise<void>] {
  const [accounts, setAccounts] = useState(atFirst);
  const read = useCallback(async () => setAccounts(await store.list()), [store]);

  useEffect(() => {
    const channel = new BroadcastChannel(CHANNEL);
    channel.addEventListener('message', () => void read());
    return () => channel.close();
  }, [read]);

  const changed = useCallback(async () => {
    const channel = new BroadcastChannel(CHANNEL);
    channel.postMessage('changed');
    channel.close();
    await read();
  }, [read]);
  return [accounts, changed];
}

/** Those whose keys are there. */
export function usableAccounts(accounts: readonly Account[]): UsableAccount[] {
  return accounts.filter((account) => account.state === 'usable');
}

export function usableAccount(accounts: readonly Account[], instanceId: string): UsableAccount | null {
  return usableAccounts(accounts).find((account) => account.instanceId === instanceId) ?? null;
}
