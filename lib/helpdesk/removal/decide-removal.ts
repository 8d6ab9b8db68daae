import { auditContext, noRequest, userActor } from '../../audit/audit-context';
import type { RequestOrigin } from '../../shared/request-origin';
import type { Principal } from '../../accounts/users/principal';
import { accept, refuse, type Result } from '../../shared/result';
import { decisionEvent } from '../../approvals/ask-second-person';
import { checkDecision, type DecisionRefusal } from '../../approvals/decision';
import {
  approveRemoval,
  declineRemoval,
  type DeviceRemoval,
  type DeviceRemovalId,
  finishRemoval,
  type RemovalApproved,
  type RemovalAwaiting,
} from './device-removal';
import type { RemovalPorts } from '../helpdesk-ports';
import { GatewayError } from '../../activation/gateway-error';
import type { AuditEvent } from '../../audit/audit-event';

type CarryOutPorts = Pick<RemovalPorts, 'removals' | 'directory' | 'clock'>;

/**
 * Approves or declines a removal. An approved one is carried out at once.
 * @param note for the agent if it is declined, in one line; null for none
 */
export async function decideRemoval(
  ports: CarryOutPorts,
  approver: Principal,
  id: DeviceRemovalId,
  decision: 'approved' | 'declined',
  origin: RequestOrigin,
  note: string | null = null,
): Promise<Result<DeviceRemoval, DecisionRefusal>> {
  const now = ports.clock.now();
  const found = checkDecision('removal', approver, await ports.removals.find(id), isAwaiting, now);
  if (!found.ok) return found;
  const awaiting = found.value;
  const { instanceId } = awaiting;
  const { userId: decidedBy } = approver.user;
  const about = auditContext(userActor(approver.user), awaiting, origin);
  const decided =
    decision === 'approved' ? approveRemoval(awaiting, decidedBy) : declineRemoval(awaiting, decidedBy, now);
  const removal = { removalId: id, instanceId };
  const saved = await ports.removals.save(decided, {
    events: [
      decision === 'approved'
        ? { type: 'removal-approved', ...removal, ...about }
        : { type: 'removal-declined', ...removal, note, ...about },
    ],
    messages: [decisionEvent('removal', awaiting, decision, decidedBy, now)],
  });
  if (!saved.ok) return refuse('not-awaiting');
  return accept(decided.state === 'approved' ? await carryOutRemoval(ports, decided) : decided);
}

function isAwaiting(removal: DeviceRemoval): removal is RemovalAwaiting {
  return removal.state === 'awaiting-approval';
}

/** Removes the device at the gateway, and saves that. If the gateway fails, the next round tries again. */
export async function carryOutRemoval(ports: CarryOutPorts, approved: RemovalApproved): Promise<DeviceRemoval> {
  const { id, instanceId, requestedBy } = approved;
  try {
    // `not-found` counts as removed.
    await ports.directory.remove(instanceId);
  } catch (error) {
    if (error instanceof GatewayError) return approved;
    throw error;
  }
  const done = finishRemoval(approved, ports.clock.now());
  const event: AuditEvent = {
    type: 'device-removed-by-helpdesk',
    instanceId,
    requestId: id,
    ...auditContext(userActor({ userId: requestedBy }), approved, noRequest(id)),
  };
  const saved = await ports.removals.save(done, { events: [event], messages: [] });
  return saved.ok ? done : ((await ports.removals.find(id)) ?? done);
}
