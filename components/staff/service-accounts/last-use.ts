import type { ServiceKey } from '@/lib/helpdesk/service-accounts/service-account';

/** The latest use of any of the keys; null if none was used. */
export function lastUseOf(keys: readonly ServiceKey[]): ServiceKey['lastUse'] {
  const uses = keys.map(({ lastUse }) => lastUse).filter((use) => use !== null);
  return uses.toSorted((left, right) => right.at.getTime() - left.at.getTime())[0] ?? null;
}
