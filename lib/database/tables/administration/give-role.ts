import type { Approval } from '../../../helpdesk/approvals/approval';
import type { AskedRole } from '../../../helpdesk/administration/role-request';
import type { Prisma } from '../../../generated/prisma/client';
import { endSessions } from '../../locks/end-sessions';
import type { ApprovalEffect } from '../approvals/prisma-approval-store';

/** Gives the role that was asked for with the approval of it, and ends the user's sessions. */
export const GIVE_ROLE: ApprovalEffect = { holdsRequester: true, apply: giveRole };

async function giveRole(
  transaction: Prisma.TransactionClient,
  { state, subject: { role }, userId, domain, endedAt }: Approval<AskedRole>,
): Promise<string | null> {
  if (state !== 'approved' || userId === null || endedAt === null) return null;
  const rowCount = await transaction.$executeRaw`
    UPDATE user_account SET roles = array_append(roles, ${role})
    WHERE user_id = ${userId} AND domain = ${domain} AND disabled_at IS NULL AND NOT roles @> ARRAY[${role}]`;
  if (rowCount === 0) {
    const user = await transaction.user.findUnique({ where: { userId_domain: { userId, domain } } });
    return user?.roles.includes(role) ? 'has-role' : 'not-permitted';
  }
  await endSessions(transaction, { userId, domain }, { whileIn: null, except: null, now: endedAt });
  return null;
}
