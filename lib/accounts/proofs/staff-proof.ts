import { isStaff } from '../users/role';
import type { User } from '../users/user';
import type { UserKey } from '../../shared/identifiers/user-key';
import { hasProof, type Proofs } from './proof';
import { STAFF_PROOFS, type EnrolmentLevel } from './proof-policy';

/** @property isExempt staff members who need no second factor, such as the demo accounts on one's own machine */
export type StaffPolicy = { level: EnrolmentLevel; isExempt: (userId: string) => boolean };

/** Whether a staff member needs a second factor to act as staff. */
export function needsStaffProof({ level, isExempt }: StaffPolicy, user: Pick<User, 'roles' | 'userId'>): boolean {
  return level !== 'open' && isStaff(user) && !isExempt(user.userId);
}

/** Whether a session reaches only its user's own account, because a staff member opened it with a password alone. */
export function isOwnAccountOnly(
  policy: StaffPolicy,
  user: Pick<User, 'roles' | 'userId'>,
  proofs: Proofs,
  now: Date,
): boolean {
  return needsStaffProof(policy, user) && !hasProof(proofs, STAFF_PROOFS, Infinity, now);
}

/**
 * PORT: whether a staff member may still enrol their first second factor with a password alone: once, within 7 days of
 * getting the role, by the clock of the database. Removing the roles and granting them again, which takes two people,
 * starts the period again.
 */
export interface StaffEnrolment {
  isOpen(user: UserKey): Promise<boolean>;
}

/** Whether a staff member without a second factor can no longer enrol one by themselves. */
export async function isEnrolmentOver(
  { staff, staffEnrolment }: { staff: StaffPolicy; staffEnrolment: StaffEnrolment },
  user: UserKey & Pick<User, 'roles'>,
): Promise<boolean> {
  return needsStaffProof(staff, user) && !(await staffEnrolment.isOpen(user));
}
