import type { Approval } from '../../approvals/approval';
import type { ApprovalKind } from '../../approvals/approval-kind';
import { UNSAID } from '../../approvals/approval-facts';
import { textOf } from '../../approvals/approval-store';
import { userOf } from '../../approvals/request-approval';
import { auditContext, noRequest, userActor } from '../../audit/audit-context';
import { announceToHelpdesk } from '../../approvals/ask-second-person';
import type { RemovalPorts } from '../helpdesk-ports';
import type { ReissueReason } from '../../caller-check/reissue-reason';

/** A device that is to be removed, which always takes a second person. */
export type Removal = {
  readonly instanceId: string;
  readonly reason: ReissueReason;
  readonly ticket: string;
  /** Why it could not wait for approval; null if it could. */
  readonly justification: string | null;
};

export type DeviceRemoval = Approval<Removal>;

/** Once approved, the device is removed at the gateway. */
export const REMOVALS: ApprovalKind<Removal, Pick<RemovalPorts, 'directory'>> = {
  ...announceToHelpdesk('removal', ({ reason }) => reason),
  name: 'removal',
  prefix: 'rem',
  decidedWith: 'approval:decide',
  unmet: [],
  keyOf: ({ instanceId }) => instanceId,
  parse: (stored) => ({
    instanceId: textOf(stored, 'instanceId'),
    reason: textOf(stored, 'reason') as ReissueReason,
    ticket: textOf(stored, 'ticket'),
    justification: stored['justification'] === null ? null : textOf(stored, 'justification'),
  }),
  describe: ({ instanceId: deviceId, reason, ticket }) => ({ ...UNSAID, purpose: 'removal', deviceId, reason, ticket }),
  eventOf(move, { id: removalId, subject: { instanceId, reason, ticket } }, context, note) {
    const removal = { removalId, instanceId, ...context };
    switch (move) {
      case 'requested':
        return { type: 'removal-requested', reason, ticket, ...removal };
      case 'declined':
        return { type: 'removal-declined', note, ...removal };
      case 'approved':
      case 'expired':
        return { type: `removal-${move}`, ...removal };
    }
  },
  async carryOut({ directory }, approved) {
    const { id, subject, requestedBy } = approved;
    const { instanceId } = subject;
    // `not-found` counts as removed.
    await directory.remove(instanceId);
    const context = auditContext(userActor({ userId: requestedBy }), userOf(approved), noRequest(id));
    return { outcome: 'done', events: [{ type: 'device-removed-by-helpdesk', instanceId, requestId: id, ...context }] };
  },
};
