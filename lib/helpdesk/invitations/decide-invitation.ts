import type { Principal } from '../../accounts/users/principal';
import type { UserDirectory } from '../../accounts/users/user-directory';
import { parseApprovalId } from '../approvals/approval';
import type { DecidableKind } from '../approvals/approval-kind';
import { announceToHelpdesk } from '../approvals/ask-second-person';
import { decideApproval } from '../approvals/decide-approval';
import type { DecisionRefusal } from '../approvals/decision';
import { UNSAID } from '../approvals/approval-facts';
import type { ApprovalPorts } from '../approvals/request-approval';
import type { InvitationId } from '../../shared/identifiers/invitation-id';
import type { RequestOrigin } from '../../shared/request-origin';
import { accept, refuse, type Result } from '../../shared/result';
import { decline, type Invitation } from './invitation';
import { invitationApprovals, type AskedInvitation } from './invitation-approvals';
import { invitationEvent } from './invitation-event';
import type { InvitationPorts, OldDevicePorts, SendPorts } from './invitation-ports';
import { sendInvitation } from './send-invitation';
import { settleOldDevice } from './settle-old-device';

type Refusal = 'account-disabled' | 'not-found';

type Ports = SendPorts & { users: UserDirectory };

/** Once approved, an invitation is sent in the same transaction. Its request is recorded with what it was checked against. */
export const INVITATIONS: DecidableKind<AskedInvitation, Ports, Refusal> = {
  ...announceToHelpdesk('invitation', ({ invitation }) => invitation.reason),
  name: 'invitation',
  prefix: 'inv',
  decidedWith: 'approval:decide',
  unmet: ['account-disabled', 'not-found'],
  keyOf: (_subject, userId) => String(userId),
  parse: ({ invitation }) => ({ invitation: invitation as Invitation }),
  describe({ invitation: { reason, ticket, oldDevice } }) {
    const deviceId = oldDevice?.fate === 'remove' ? oldDevice.instanceId : null;
    return { ...UNSAID, purpose: 'invitation', deviceId, reason, ticket };
  },
  eventOf(move, { subject: { invitation } }, context, note) {
    const { id: invitationId } = invitation;
    return move === 'declined'
      ? { type: 'invitation-declined', invitationId, note, ...context }
      : { type: `invitation-${move}`, invitationId, ...context };
  },
  async prepare(ports, { state, decidedBy, endedAt, subject: { invitation } }, context) {
    if (invitation.state !== 'awaiting-approval') throw new TypeError(`${invitation.id} awaits nobody`);
    if (state === 'declined') {
      const declined = decline(invitation, decidedBy, endedAt);
      const messages = [invitationEvent('invitation-declined', declined, endedAt)];
      return accept({ subject: { invitation: declined }, events: [], messages });
    }
    const user = await ports.users.find(invitation.userId, invitation.domain);
    if (!user) return refuse('not-found');
    if (user.bar !== null) return refuse('account-disabled');
    const { live, messages } = await sendInvitation(ports, invitation, user, decidedBy);
    const events = [{ type: 'invitation-sent', invitationId: live.id, ...context } as const];
    return accept({ subject: { invitation: live }, events, messages });
  },
};

export type InvitationDecisionRefusal = DecisionRefusal | 'account-disabled';

type DecidePorts = Ports & OldDevicePorts & Pick<InvitationPorts, 'invitations'> & Pick<ApprovalPorts, 'audit'>;

/** Approves an invitation: sends it, and settles the old device as requested. */
export async function approveInvitation(
  ports: DecidePorts,
  approver: Principal,
  id: InvitationId,
  origin: RequestOrigin,
): Promise<Result<Invitation, InvitationDecisionRefusal>> {
  const result = await decideInvitation(ports, approver, id, 'approved', origin, null);
  return result.ok ? accept(await settleOldDevice(ports, result.value)) : result;
}

/** @param note for the agent, in one line; null for none */
export async function declineInvitation(
  ports: DecidePorts,
  approver: Principal,
  id: InvitationId,
  origin: RequestOrigin,
  note: string | null = null,
): Promise<Result<Invitation, InvitationDecisionRefusal>> {
  return decideInvitation(ports, approver, id, 'declined', origin, note);
}

async function decideInvitation(
  ports: DecidePorts,
  approver: Principal,
  id: InvitationId,
  decision: 'approved' | 'declined',
  origin: RequestOrigin,
  note: string | null,
): Promise<Result<Invitation, InvitationDecisionRefusal>> {
  const approvalId = parseApprovalId(id);
  if (!approvalId) return refuse('not-found');
  const own = { ...ports, approvals: invitationApprovals(ports.invitations) };
  const result = await decideApproval(own, INVITATIONS, approver, approvalId, decision, origin, note);
  return result.ok ? accept(result.value.subject.invitation) : result;
}
