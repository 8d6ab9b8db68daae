import type { RequestOrigin } from '../../shared/request-origin';
import type { User } from '../../accounts/users/user';
import type { AuditContext, AuditEvent } from '../../audit/audit-event';
import type { NewMessage, SideEffects } from '../../messaging/new-message';
import { accept, refuse, type Result } from '../../shared/result';
import type { AwaitingApproval, Invitation, Live, Revoked } from './invitation';
import { revoke } from './invitation';
import { invitationEvent } from './invitation-event';
import type { InvitationPorts, OldDevicePorts, SendPorts } from './invitation-ports';
import { endInvitedActivation } from './revoke-invitation';
import { sendInvitation } from './send-invitation';
import { settleOldDevice } from './settle-old-device';

/**
 * An invitation that somebody has the right to.
 * @property awaitsApproval whether it is sent only once a second person has approved it
 * @property events what the right rests on, recorded with the invitation
 * @property messages to whom the right concerns: who is to approve, or who is alarmed
 * @property about who grants it
 */
export type InvitationGrant = {
  request: AwaitingApproval;
  awaitsApproval: boolean;
  events: readonly AuditEvent[];
  messages: readonly NewMessage[];
  about: AuditContext;
};

/** Conflicts with other agents before the agent is asked to try again. */
const TRIES = 5;

/**
 * Issues an invitation: makes its link and codes unless it awaits approval, revokes the user's current one, and saves all
 * of it with events and messages in one transaction. The old device is settled as requested.
 */
export async function issueInvitation(
  ports: InvitationPorts & SendPorts & OldDevicePorts,
  user: User,
  grant: InvitationGrant,
  origin: RequestOrigin,
): Promise<Result<Invitation, 'try-again'>> {
  const { about, request } = grant;
  for (let tries = 0; tries < TRIES; tries++) {
    const current = await ports.invitations.findCurrent(user);
    const { invitation, sideEffects } = await prepare(ports, user, grant);
    const now = ports.clock.now();
    const replaced = current && revoke(current, { why: 'replaced', revokedBy: request.requestedBy }, now);
    const created = await ports.invitations.create(
      invitation,
      replaced,
      withReplaced(sideEffects, replaced, about, now),
    );
    // Another agent was faster; the next try revokes that agent's invitation.
    if (!created.ok) continue;
    if (current?.state === 'opened') await endInvitedActivation(ports, current, about.actor, origin);
    return accept(await settleOldDevice(ports, invitation));
  }
  return refuse('try-again');
}

async function prepare(
  ports: SendPorts,
  user: User,
  { request, awaitsApproval, events, messages, about }: InvitationGrant,
): Promise<{ invitation: AwaitingApproval | Live; sideEffects: SideEffects }> {
  if (awaitsApproval) return { invitation: request, sideEffects: { events: [...events], messages: [...messages] } };
  const delivery = await sendInvitation(ports, request, user, null);
  const event: AuditEvent = { type: 'invitation-sent', invitationId: request.id, ...about };
  const sideEffects = { events: [...events, event], messages: [...delivery.messages, ...messages] };
  return { invitation: delivery.live, sideEffects };
}

function withReplaced(
  { events, messages }: SideEffects,
  replaced: Revoked | null,
  context: AuditContext,
  now: Date,
): SideEffects {
  if (!replaced) return { events, messages };
  const event: AuditEvent = { type: 'invitation-revoked', invitationId: replaced.id, why: 'replaced', ...context };
  return { events: [event, ...events], messages: [invitationEvent('invitation-revoked', replaced, now), ...messages] };
}
