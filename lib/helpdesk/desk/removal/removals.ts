import type { Approval } from '../../approvals/approval';
import type { ApprovalKind } from '../../approvals/approval-kind';
import { UNSAID } from '../../approvals/approval-facts';
import { deviceOf, textOf } from '../../approvals/approval-store';
import { userOf } from '../../approvals/request-approval';
import { auditContext, noRequest, userActor } from '../../../audit/audit-context';
import { announceToHelpdesk } from '../../approvals/ask-second-person';
import type { RemovalPorts } from '../helpdesk-ports';
import { nameInRecord, type NamedDevice } from '../../../audit/device-facts';
import type { ReissueReason } from '../../caller-check/reissue-reason';

/** A device that is to be removed, which always takes a second person. */
export type Removal = Readonly<NamedDevice> & {
  readonly reason: ReissueReason;
  readonly ticket: string;
  /** Why it could not wait for approval; null if it could. */
  readonly justification: string | null;
};

export type DeviceRemoval = Approval<Removal>;

/** Once approved, the device is removed at the gateway. */
export const REMOVALS: ApprovalKind<Removal, Pick<RemovalPorts, 'directory'>> = {
  ...announceToHelpdesk<Removal>('removal', ({ reason }) => reason, nameInRecord),
  name: 'removal',
  prefix: 'rem',
  decidedWith: 'approval:decide',
  unmet: [],
  keyOf: ({ instanceId }) => instanceId,
  parse: (stored) => ({
    ...deviceOf(stored),
    reason: textOf(stored, 'reason') as ReissueReason,
    ticket: textOf(stored, 'ticket'),
    justification: stored['justification'] === null ? null : textOf(stored, 'justification'),
  }),
  describe: ({ instanceId: deviceId, reason, ticket }) => ({ ...UNSAID, purpose: 'removal', deviceId, reason, ticket }),
  eventOf(move, { id: removalId, subject }, context, note) {
    const { reason, ticket } = subject;
    const removal = { removalId, ...deviceOf(subject), ...context };
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
    const owner = userOf(approved);
    const context = auditContext(userActor({ userId: requestedBy }), owner, noRequest(id));
    const event = { type: 'device-removed-by-helpdesk', ...deviceOf(subject), requestId: id, ...context } as const;
    const isUrgent = subject.reason === 'stolen' || subject.justification !== null;
    if (directory.removeOnRequest && !isUrgent) {
      // It records its own end, now or once somebody there has agreed.
      await directory.removeOnRequest(subject.instanceId, {
        owner,
        name: nameInRecord(subject),
        by: requestedBy,
        event,
      });
      return { outcome: 'done', events: [] };
    }
    // `not-found` counts as removed.
    await directory.remove(subject.instanceId);
    return { outcome: 'done', events: [event] };
  },
};
