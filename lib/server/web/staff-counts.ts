import type { Role } from '../../accounts/users/role';
import type { Services } from '../composition/compose';

/** How many people who can sign in have each role: by their accounts, or by the setting where there are none. */
export async function staffCounts(
  { administration, config }: Pick<Services, 'administration' | 'config'>,
  domain: string,
): Promise<ReadonlyMap<Role, number>> {
  if (administration) return administration.accounts.countRoles(domain);
  const counts = new Map<Role, number>();
  for (const { role } of config.staff) counts.set(role, (counts.get(role) ?? 0) + 1);
  return counts;
}
