import { auditContext, userActor } from '../../audit/audit-context';
import type { RequestOrigin } from '../../shared/request-origin';
import type { User } from '../../accounts/users/user';
import type { UserDirectory } from '../../accounts/users/user-directory';
import { accept, refuse, type Result } from '../../shared/result';
import { decisionEvent, mayDecide, type DecisionRefusal } from './ask-second-person';
import type { InvitationPorts, OldDevicePorts, SendPorts } from '../helpdesk-ports';
import { decline, type AwaitingApproval, type Declined, type Invitation } from '../invitations/invitation';
import type { InvitationId } from '../../shared/identifiers/invitation-id';
import { sendInvitation } from '../invitations/send-invitation';
import { settleOldDevice } from '../reissue/settle-old-device';
import { invitationEvent } from '../webhook-events';

export type InvitationDecisionRefusal = DecisionRefusal | 'not-found' | 'not-awaiting' | 'account-disabled';

type DecisionPorts = Pick<InvitationPorts, 'invitations' | 'clock'>;

/** Approves an invitation: sends it, and settles the old device as requested. */
export async function approveInvitation(
  ports: SendPorts & OldDevicePorts & { users: UserDirectory },
  approver: User,
  id: InvitationId,
  origin: RequestOrigin,
): Promise<Result<Invitation, InvitationDecisionRefusal>> {
  const found = await findAwaiting(ports, approver, id);
  if (!found.ok) return found;
  const awaiting = found.value;
  const user = await ports.users.find(awaiting.userId, awaiting.domain);
  if (!user) return refuse('not-found');
  if (user.bar !== null) return refuse('account-disabled');
  const { live, messages } = await sendInvitation(ports, awaiting, user, approver.userId);
  const about = auditContext(userActor(approver), awaiting, origin);
  const decided = decisionEvent('invitation', awaiting, 'approved', approver.userId, live.sentAt);
  const saved = await ports.invitations.save(live, {
    events: [
      { type: 'invitation-approved', invitationId: id, ...about },
      { type: 'invitation-sent', invitationId: id, ...about },
    ],
    messages: [...messages, decided],
  });
  return saved.ok ? accept(await settleOldDevice(ports, live)) : refuse('not-awaiting');
}

/** @param note for the agent, in one line; null for none */
export async function declineInvitation(
  ports: DecisionPorts,
  approver: User,
  id: InvitationId,
  origin: RequestOrigin,
  note: string | null = null,
): Promise<Result<Declined, InvitationDecisionRefusal>> {
  const found = await findAwaiting(ports, approver, id);
  if (!found.ok) return found;
  const now = ports.clock.now();
  const declined = decline(found.value, approver.userId, now);
  const saved = await ports.invitations.save(declined, {
    events: [
      { type: 'invitation-declined', invitationId: id, note, ...auditContext(userActor(approver), declined, origin) },
    ],
    messages: [
      invitationEvent('invitation-declined', declined, now),
      decisionEvent('invitation', declined, 'declined', approver.userId, now),
    ],
  });
  return saved.ok ? accept(declined) : refuse('not-awaiting');
}

async function findAwaiting(
  { invitations, clock }: DecisionPorts,
  approver: User,
  id: InvitationId,
): Promise<Result<AwaitingApproval, InvitationDecisionRefusal>> {
  const invitation = await invitations.find(id);
  if (!invitation) return refuse('not-found');
  if (invitation.state !== 'awaiting-approval' || clock.now() >= invitation.endsAt) return refuse('not-awaiting');
  const allowed = mayDecide(approver.userId, invitation);
  return allowed.ok ? accept(invitation) : allowed;
}
