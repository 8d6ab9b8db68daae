import { auditContext, userActor } from '../audit/audit-context';
import type { RequestOrigin } from '../shared/request-origin';
import type { Principal } from '../accounts/users/principal';
import type { UserDirectory } from '../accounts/users/user-directory';
import { accept, refuse, type Result } from '../shared/result';
import { decisionEvent } from '../approvals/ask-second-person';
import { checkDecision, type DecisionRefusal } from '../approvals/decision';
import type { InvitationPorts, OldDevicePorts, SendPorts } from './invitation-ports';
import { decline, type AwaitingApproval, type Declined, type Invitation } from './invitation';
import type { InvitationId } from '../shared/identifiers/invitation-id';
import { sendInvitation } from './send-invitation';
import { settleOldDevice } from './settle-old-device';
import { invitationEvent } from './invitation-event';

export type InvitationDecisionRefusal = DecisionRefusal | 'account-disabled';

type DecisionPorts = Pick<InvitationPorts, 'invitations' | 'clock'>;

/** Approves an invitation: sends it, and settles the old device as requested. */
export async function approveInvitation(
  ports: SendPorts & OldDevicePorts & { users: UserDirectory },
  approver: Principal,
  id: InvitationId,
  origin: RequestOrigin,
): Promise<Result<Invitation, InvitationDecisionRefusal>> {
  const requested = await ports.invitations.find(id, approver.user.domain);
  const found = checkDecision('invitation', approver, requested, isAwaiting, ports.clock.now());
  if (!found.ok) return found;
  const awaiting = found.value;
  const user = await ports.users.find(awaiting.userId, awaiting.domain);
  if (!user) return refuse('not-found');
  if (user.bar !== null) return refuse('account-disabled');
  const { live, messages } = await sendInvitation(ports, awaiting, user, approver.user.userId);
  const about = auditContext(userActor(approver.user), awaiting, origin);
  const decided = decisionEvent('invitation', awaiting, 'approved', approver.user.userId, live.sentAt);
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
  approver: Principal,
  id: InvitationId,
  origin: RequestOrigin,
  note: string | null = null,
): Promise<Result<Declined, InvitationDecisionRefusal>> {
  const requested = await ports.invitations.find(id, approver.user.domain);
  const found = checkDecision('invitation', approver, requested, isAwaiting, ports.clock.now());
  if (!found.ok) return found;
  const now = ports.clock.now();
  const declined = decline(found.value, approver.user.userId, now);
  const saved = await ports.invitations.save(declined, {
    events: [
      {
        type: 'invitation-declined',
        invitationId: id,
        note,
        ...auditContext(userActor(approver.user), declined, origin),
      },
    ],
    messages: [
      invitationEvent('invitation-declined', declined, now),
      decisionEvent('invitation', declined, 'declined', approver.user.userId, now),
    ],
  });
  return saved.ok ? accept(declined) : refuse('not-awaiting');
}

function isAwaiting(invitation: Invitation): invitation is AwaitingApproval {
  return invitation.state === 'awaiting-approval';
}
