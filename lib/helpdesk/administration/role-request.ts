import { isRole, type Role } from '../../accounts/users/role';
import type { Approval } from '../approvals/approval';
import type { ApprovalKind } from '../approvals/approval-kind';
import { UNSAID } from '../approvals/approval-facts';
import { textOf } from '../approvals/approval-store';
import { userOf } from '../approvals/request-approval';

/** A staff role that somebody is to get. */
export type AskedRole = { readonly role: Role };

export type RoleRequest = Approval<AskedRole>;

/**
 * Once approved, the user has the role in the same transaction, and signs in again. It is not met (`not-permitted`) if the
 * user or the administrator who asked is disabled, gone, or no administrator any more.
 */
export const ROLE_REQUESTS: ApprovalKind<AskedRole, unknown, 'not-permitted' | 'has-role'> = {
  name: 'role',
  prefix: 'rol',
  decidedWith: 'account:approve',
  unmet: ['not-permitted', 'has-role'],
  keyOf: ({ role }, userId) => `${userId} ${role}`,
  parse(stored) {
    const role = textOf(stored, 'role');
    if (!isRole(role)) throw new TypeError(`a request is for the unknown role ${role}`);
    return { role };
  },
  describe: ({ role }) => ({ ...UNSAID, purpose: 'role', role }),
  mailOf(request, asked) {
    const { endsAt: validUntil, subject } = request;
    const { userId } = userOf(request);
    return { kind: 'role-requested', userId, role: subject.role, validUntil, ...asked };
  },
  eventOf(move, { id: requestId, subject: { role } }, context) {
    switch (move) {
      case 'approved':
        return { type: 'role-given', role, ...context };
      case 'expired':
        return { type: 'role-request-expired', role, requestId, ...context };
      case 'requested':
      case 'declined':
        return { type: `role-${move}`, role, requestId, ...context };
    }
  },
  refusalEvent: (_request, reason, context) => ({
    type: 'account-change-refused',
    change: 'give-role',
    reason,
    ...context,
  }),
};
