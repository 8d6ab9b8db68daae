import { actorName, auditContext } from '../../audit/audit-context';
import type { RequestOrigin } from '../../shared/request-origin';
import { may } from '../../accounts/users/permission';
import { domainOf, requesterActor, type Requester } from '../../accounts/users/requester';
import type { Actor } from '../../audit/audit-event';
import { accept, refuse, type Result } from '../../shared/result';
import { CONFLICT, retryOnConflict, type Conflict } from '../../shared/async/retry-on-conflict';
import type { InvitationPorts } from './invitation-ports';
import { isCurrent, revoke, type RevocationReason, type Revoked, type Invitation } from './invitation';
import type { InvitationId } from '../../shared/identifiers/invitation-id';
import { invitationEvent } from './invitation-event';
import type { SideEffects } from '../../messaging/new-message';
import { isPending } from '../../activation/activation';
import { cancelAs } from '../../activation/cancel-activation';

type Because = { why: RevocationReason; actor: Actor; alarm?: SideEffects };

/**
 * Revokes a current invitation and cancels its activation.
 * @param because.alarm what is recorded and sent with it, all or nothing
 */
export function revokeInvitation(
  ports: InvitationPorts,
  invitation: Pick<Invitation, 'id' | 'domain'>,
  because: Because,
  origin: RequestOrigin,
): Promise<Result<Revoked, 'not-found' | 'already-over'>> {
  return retryOnConflict(() => tryToRevoke(ports, invitation, because, origin));
}

/** Revokes for a member of staff or a system, one of their domain. */
export async function revokeByStaff(
  ports: InvitationPorts,
  requester: Requester,
  id: InvitationId,
  origin: RequestOrigin,
): Promise<Result<Revoked, 'not-found' | 'already-over'>> {
  if (!may(requester, 'invitation:revoke')) return refuse('not-found');
  const because = { why: 'by-staff', actor: requesterActor(requester) } as const;
  return revokeInvitation(ports, { id, domain: domainOf(requester) }, because, origin);
}

async function tryToRevoke(
  ports: InvitationPorts,
  { id, domain }: Pick<Invitation, 'id' | 'domain'>,
  { why, actor, alarm = { events: [], messages: [] } }: Because,
  origin: RequestOrigin,
): Promise<Result<Revoked, 'not-found' | 'already-over'> | Conflict> {
  const invitation = await ports.invitations.find(id, domain);
  if (!invitation) return refuse('not-found');
  if (!isCurrent(invitation)) return refuse('already-over');
  const now = ports.clock.now();
  const revoked = revoke(invitation, { why, revokedBy: actorName(actor) }, now);
  const saved = await ports.invitations.save(revoked, {
    events: [
      { type: 'invitation-revoked', invitationId: id, why, ...auditContext(actor, revoked, origin) },
      ...alarm.events,
    ],
    messages: [invitationEvent('invitation-revoked', revoked, now), ...alarm.messages],
  });
  if (!saved.ok) return CONFLICT;
  await endInvitedActivation(ports, revoked, actor, origin);
  return accept(revoked);
}

/** Cancels the pending activation of an invitation that has just ended, so that no phone finishes it. */
export async function endInvitedActivation(
  { activation }: InvitationPorts,
  { id }: Pick<Invitation, 'id'>,
  actor: Actor,
  origin: RequestOrigin,
): Promise<void> {
  const invited = await activation.store.findInvited(id);
  if (invited && isPending(invited)) await cancelAs(activation, invited, actor, origin);
}
