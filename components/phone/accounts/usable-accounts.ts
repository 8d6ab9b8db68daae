import type { Account, UsableAccount } from '@/lib/phone/accounts/account';

/** Those whose keys are there. */
export function usableAccounts(accounts: readonly Account[]): UsableAccount[] {
  return accounts.filter((account) => account.state === 'usable');
}

export function usableAccount(accounts: readonly Account[], instanceId: string): UsableAccount | null {
  return usableAccounts(accounts).find((account) => account.instanceId === instanceId) ?? null;
}
