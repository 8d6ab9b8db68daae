import 'server-only';
import { may } from '../../accounts/users/permission';
import type { Principal } from '../../accounts/users/principal';
import type { Services } from '../composition/compose';

/** How many requests wait that this member of staff may decide, of every kind. */
export async function countWaitingFor({ approvals }: Pick<Services, 'approvals'>, staff: Principal): Promise<number> {
  const kinds = approvals.filter(({ decidedWith }) => may(staff, decidedWith));
  const counts = await Promise.all(kinds.map((kind) => kind.count(staff.user)));
  return counts.reduce((sum, count) => sum + count, 0);
}
