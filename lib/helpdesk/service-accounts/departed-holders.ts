import { staffWith } from '../../accounts/users/staff';
import { opens, statusOf, type ServiceAccount } from './service-account';
import type { ServiceAccountPorts } from './service-account-ports';

/**
 * User IDs of people to whom a valid key was shown, and who are no longer administrators: they have left or moved on,
 * or their account is barred. The key is the system's and stays valid; an administrator replaces it.
 */
export async function departedHolders(
  { users, clock }: Pick<ServiceAccountPorts, 'users' | 'clock'>,
  domain: string,
  accounts: readonly ServiceAccount[],
): Promise<ReadonlySet<string>> {
  const now = clock.now();
  const living = accounts.filter((account) => !['ended', 'expired'].includes(statusOf(account, now)));
  const holders = living.flatMap(({ keys }) => keys.filter((key) => opens(key, now)).map(({ shownTo }) => shownTo));
  if (holders.length === 0) return new Set();
  const present = new Set((await staffWith({ users }, domain, ['administrator'])).map(({ userId }) => userId));
  return new Set(holders.filter((holder) => !present.has(holder)));
}

/** Whether one of them was shown a key of the account that still opens. */
export function isHeldByDeparted({ keys }: ServiceAccount, departed: ReadonlySet<string>, now: Date): boolean {
  return keys.some((key) => opens(key, now) && departed.has(key.shownTo));
}
