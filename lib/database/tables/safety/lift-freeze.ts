import type { Approval } from '../../../helpdesk/approvals/approval';
import type { Lift } from '../../../helpdesk/safety/freeze/lifts';
import type { ApprovalEffect } from '../approvals/prisma-approval-store';

/**
 * Moves the freeze with the request to lift it: `lifting` with the approval, so that nothing is frozen any more, and `lifted`
 * once devices are unlocked.
 */
export const LIFT_FREEZE: ApprovalEffect = {
  holdsRequester: false,
  async apply(transaction, { state, subject: { freezeId }, endedAt }: Approval<Lift>) {
    if (state !== 'approved') return null;
    const from = endedAt === null ? 'frozen' : 'lifting';
    const { count } = await transaction.accountFreeze.updateMany({
      where: { id: freezeId, state: from },
      data: { state: endedAt === null ? 'lifting' : 'lifted', version: { increment: 1 }, endedAt },
    });
    return count === 0 ? 'version-moved' : null;
  },
};
