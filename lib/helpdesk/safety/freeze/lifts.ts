import type { FreezeId } from '../../../accounts/freeze/freeze';
import type { Approval } from '../../approvals/approval';
import type { ApprovalKind } from '../../approvals/approval-kind';
import { UNSAID } from '../../approvals/approval-facts';
import { textOf } from '../../approvals/approval-store';
import { announceToHelpdesk } from '../../approvals/ask-second-person';
import { userOf } from '../../approvals/request-approval';
import { systemContext } from '../../../audit/audit-context';
import type { CallerEvidence } from '../../caller-check/caller-assessment';
import { unlockUnlessHeld } from '../../../devices/locks/unlock-unless-held';
import { caseClosed } from '../cases/case-notice';
import { close } from '../cases/safety-case';
import type { CasePorts } from '../safety-ports';
import type { SafetyLockPorts } from '../../../devices/locks/lock-and-hold';

/** A freeze that is to be lifted, and how the agent checked the caller. */
export type Lift = {
  readonly freezeId: FreezeId;
  readonly ticket: string;
  readonly evidence: readonly CallerEvidence[];
};

export type LiftRequest = Approval<Lift>;

/**
 * Once approved, the freeze is `lifting` in the same transaction; then the cause `frozen`, and no other, is lifted from each
 * device, and the helpdesk's case is closed. Undecided or declined, the account stays frozen.
 */
export const LIFTS: ApprovalKind<
  Lift,
  Pick<SafetyLockPorts, 'directory' | 'holds' | 'clock'> & Pick<CasePorts, 'cases'>
> = {
  ...announceToHelpdesk('lift', () => 'other'),
  name: 'lift',
  prefix: 'lft',
  decidedWith: 'approval:decide',
  unmet: [],
  keyOf: ({ freezeId }) => freezeId,
  parse: (stored) => ({
    freezeId: textOf(stored, 'freezeId') as FreezeId,
    ticket: textOf(stored, 'ticket'),
    evidence: stored['evidence'] as CallerEvidence[],
  }),
  describe: ({ ticket }) => ({ ...UNSAID, purpose: 'unfreezing', ticket }),
  eventOf(move, { subject: { freezeId, ticket } }, context) {
    return move === 'requested'
      ? { type: 'freeze-lift-requested', freezeId, ticket, ...context }
      : { type: `freeze-lift-${move}`, freezeId, ...context };
  },
  async carryOut(ports, approved) {
    const user = userOf(approved);
    for (const { instanceId } of await ports.directory.list(user)) {
      await ports.holds.release(instanceId, 'frozen');
      await unlockUnlessHeld(ports, instanceId);
    }
    const opened = await ports.cases.findOpenFreeze(user);
    const closed = opened && close(opened, null, ports.clock.now());
    if (closed) await ports.cases.save(closed, { events: [], messages: [caseClosed(closed)] });
    return {
      outcome: 'done',
      events: [{ type: 'account-unfrozen', ...systemContext(user, approved.subject.freezeId) }],
    };
  },
};
