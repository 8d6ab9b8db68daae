import { auditContext } from '../../../audit/audit-context';
import { oneLine } from '../../../shared/text/one-line';
import type { RequestOrigin } from '../../../shared/request-origin';
import { may } from '../../../accounts/users/permission';
import { isSelf } from '../../../accounts/users/principal';
import { domainOf, requesterActor, type NamedUser, type Requester } from '../../../accounts/users/requester';
import type { AuditContext } from '../../../audit/audit-event';
import { accept, refuse, type Result } from '../../../shared/result';
import { approve, type Awaiting } from '../../approvals/approval';
import { nameInRecord } from '../../../audit/device-facts';
import { raiseAlarm, takeBreakGlass, type BreakGlassRefusal } from '../../approvals/ask-second-person';
import { carryOutApproval } from '../../approvals/decide-approval';
import { deviceInRecord } from '../../../devices/authenticator-directory';
import { newApproval, requestApproval, userOf } from '../../approvals/request-approval';
import { REMOVALS, type DeviceRemoval, type Removal } from './removals';
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
  input: TypedRemoval,
  origin: RequestOrigin,
): Promise<Result<DeviceRemoval, RemovalRefusal>> {
  if (isSelf(agent, target.userId)) return refuse('own-account');
  if (input.justification !== null && !may(agent, 'approval:break-glass')) return refuse('not-permitted');
  if (ports.directory.capabilities.remove !== true) return refuse('not-offered');
  const ticket = oneLine(input.ticket, MAXIMUM_TICKET_LENGTH);
  if (ticket === null) return refuse('ticket-missing');
  const justification = checkJustification(input.justification);
  if (!justification.ok) return justification;
  // Stored and compared later in the account's spelling, not the form's.
  const user = await ports.users.find(target.userId, domainOf(agent));
  if (!user) return refuse('not-found');
  const { userId, domain } = user;
  const { instanceId, reason } = input;
  const devices = await ports.directory.list({ userId, domain });
  const device = devices.find((one) => one.instanceId === instanceId);
  if (!device) return refuse('not-found');
  const glass = justification.value === null ? accept(null) : await takeBreakGlass(ports, agent);
  if (!glass.ok) return glass;
  const removal = { ...deviceInRecord(device), reason, ticket, justification: justification.value };
  const awaiting = newApproval(ports, REMOVALS, agent, removal, { userId, domain });
  return justification.value === null
    ? requestApproval(ports, REMOVALS, agent, awaiting, origin)
    : goOnAlone(ports, awaiting, justification.value, auditContext(requesterActor(agent), user, origin));
}

async function goOnAlone(
  ports: RemovalPorts,
  awaiting: Awaiting<Removal>,
  justification: string,
  context: AuditContext,
): Promise<Result<DeviceRemoval, 'already-asked'>> {
  const { id, domain, requestedBy, subject } = awaiting;
  const { userId } = userOf(awaiting);
  const approved = approve(awaiting, null, null);
  const created = await ports.approvals.create(REMOVALS, approved, {
    events: [
      REMOVALS.eventOf('requested', awaiting, context, null),
      { type: 'break-glass-used', requestId: id, justification, ...context },
    ],
    messages: await raiseAlarm(
      ports,
      'removal',
      { id, userId, domain, requestedBy, reason: subject.reason, device: nameInRecord(subject) },
      justification,
    ),
  });
  return created.ok ? accept(await carryOutApproval(ports, REMOVALS, approved)) : created;
}
