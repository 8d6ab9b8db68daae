import { auditContext } from '../../audit/audit-context';
import { oneLine } from '../../shared/text/one-line';
import type { RequestOrigin } from '../../shared/request-origin';
import { may } from '../../accounts/users/permission';
import { isSelf } from '../../accounts/users/principal';
import { domainOf, requesterActor, requesterKey, type NamedUser, type Requester } from '../../accounts/users/requester';
import type { AuditEvent } from '../../audit/audit-event';
import { accept, refuse, type Result } from '../../shared/result';
import { askSecondPerson, raiseAlarm, takeBreakGlass, type BreakGlassRefusal } from '../../approvals/ask-second-person';
import { approvalEnd } from '../../approvals/decision';
import { carryOutRemoval } from './decide-removal';
import { approveRemoval, generateDeviceRemovalId, type DeviceRemoval, type RemovalAwaiting } from './device-removal';
import type { RemovalPorts } from '../helpdesk-ports';
import { checkJustification, MAXIMUM_TICKET_LENGTH } from '../../approvals/request-texts';
import type { ReissueReason } from '../../caller-check/reissue-reason';

export type TypedRemoval = {
  instanceId: string;
  reason: ReissueReason;
  ticket: string;
  /** Why it cannot wait for approval; null if it can. */
  justification: string | null;
};

export type RemovalRefusal =
  | 'not-found'
  | 'not-permitted'
  | 'not-offered'
  | 'own-account'
  | 'ticket-missing'
  | 'justification-missing'
  | 'already-asked'
  | BreakGlassRefusal;

/**
 * Requests the removal of a user's device, which needs approval.
 * @throws GatewayError if the user's devices cannot be read; nothing is changed then
 */
export async function requestRemoval(
  ports: RemovalPorts,
  agent: Requester,
  target: NamedUser,
  typed: TypedRemoval,
  origin: RequestOrigin,
): Promise<Result<DeviceRemoval, RemovalRefusal>> {
  if (isSelf(agent, target.userId)) return refuse('own-account');
  if (typed.justification !== null && !may(agent, 'approval:break-glass')) return refuse('not-permitted');
  if (ports.directory.capabilities.remove !== true) return refuse('not-offered');
  const ticket = oneLine(typed.ticket, MAXIMUM_TICKET_LENGTH);
  if (ticket === null) return refuse('ticket-missing');
  const justification = checkJustification(typed.justification);
  if (!justification.ok) return justification;
  // Stored and compared later in the account's spelling, not the form's.
  const user = await ports.users.find(target.userId, domainOf(agent));
  if (!user) return refuse('not-found');
  const { userId, domain } = user;
  const { instanceId, reason } = typed;
  const devices = await ports.directory.list({ userId, domain });
  if (!devices.some((device) => device.instanceId === instanceId)) return refuse('not-found');
  const glass = justification.value === null ? accept(null) : await takeBreakGlass(ports, agent);
  if (!glass.ok) return glass;
  const now = ports.clock.now();
  const asked = { userId, domain, instanceId, reason, ticket, justification: justification.value };
  const awaiting: RemovalAwaiting = {
    state: 'awaiting-approval',
    id: generateDeviceRemovalId(ports.random),
    version: 1,
    ...asked,
    requestedBy: requesterKey(agent).userId,
    requestedAt: now,
    endsAt: approvalEnd(ports.settings, now),
  };
  return create(ports, awaiting, agent, origin);
}

async function create(
  ports: RemovalPorts,
  awaiting: RemovalAwaiting,
  agent: Requester,
  origin: RequestOrigin,
): Promise<Result<DeviceRemoval, 'already-asked'>> {
  const { id, instanceId, reason, ticket, justification } = awaiting;
  const about = auditContext(requesterActor(agent), awaiting, origin);
  const events: AuditEvent[] = [{ type: 'removal-requested', removalId: id, instanceId, reason, ticket, ...about }];
  if (justification === null) {
    const messages = await askSecondPerson(ports, 'removal', awaiting, awaiting.endsAt);
    const created = await ports.removals.create(awaiting, { events, messages });
    return created.ok ? accept(awaiting) : created;
  }
  events.push({ type: 'break-glass-used', requestId: id, justification, ...about });
  const messages = await raiseAlarm(ports, 'removal', awaiting, justification);
  const approved = approveRemoval(awaiting, null);
  const created = await ports.removals.create(approved, { events, messages });
  return created.ok ? accept(await carryOutRemoval(ports, approved)) : created;
}
