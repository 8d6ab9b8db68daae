import type { Approval, ApprovalId, Awaiting } from '../approvals/approval';
import type { ApprovalStore, StoredKind } from '../approvals/approval-store';
import type { AwaitingApproval, Invitation } from './invitation';
import type { InvitationStore } from './invitation-store';
import { parseInvitationId } from '../../shared/identifiers/invitation-id';

/** @property invitation as the move leaves it */
export type AskedInvitation = { readonly invitation: Invitation };

/** An invitation as a request that takes a second person; null for one that took none, or of which that is not kept. */
export function approvalOfInvitation(invitation: Invitation): Approval<AskedInvitation> | null {
  const { id, version, userId, domain, requestedBy, requestedAt } = invitation;
  const common = {
    id: id as string as ApprovalId,
    version,
    subject: { invitation },
    userId,
    domain,
    requestedBy,
    requestedAt,
  };
  const endsAt = 'endsAt' in invitation ? invitation.endsAt : requestedAt;
  switch (invitation.state) {
    case 'awaiting-approval':
      return awaitingOf(invitation);
    case 'declined':
      return { ...common, endsAt, state: 'declined', decidedBy: invitation.declinedBy, endedAt: invitation.endedAt };
    case 'live':
    case 'opened':
    case 'used': {
      const { approvedBy: decidedBy, sentAt: endedAt } = invitation;
      return decidedBy === null ? null : { ...common, endsAt, state: 'approved', decidedBy, endedAt };
    }
    // Whether one that was sent had been approved is not kept once it has ended.
    case 'revoked':
      if (invitation.sentAt !== null) return null;
      return { ...common, endsAt, state: 'withdrawn', decidedBy: null, endedAt: invitation.endedAt };
    case 'expired':
      if (invitation.sentAt !== null) return null;
      return { ...common, endsAt, state: 'expired', decidedBy: null, endedAt: invitation.endedAt };
  }
}

export function awaitingOf(invitation: AwaitingApproval): Awaiting<AskedInvitation> {
  const { id, version, userId, domain, requestedBy, requestedAt, endsAt } = invitation;
  const common = { version, subject: { invitation }, userId, domain, requestedBy, requestedAt, endsAt };
  return { id: id as string as ApprovalId, ...common, state: 'awaiting', decidedBy: null, endedAt: null };
}

/**
 * The port on the table of invitations, where their requests stay: one row goes from the request to the working device, is
 * the only current one of its user in all these states, and is revoked in any of them. Its expiry is that of invitations
 * in every state, so that none is due here.
 */
export function invitationApprovals(
  invitations: InvitationStore,
): Pick<ApprovalStore, 'find' | 'listAwaiting' | 'listDue' | 'save' | 'lease' | 'release'> {
  return {
    // Nothing is carried out after the transaction of the approval.
    lease: async () => false,
    release: async () => {},
    async find(kind, id, domain) {
      const invitationId = parseInvitationId(id);
      const invitation = invitationId && (await invitations.find(invitationId, domain));
      const approval = invitation && approvalOfInvitation(invitation);
      return approval && parsed(kind, approval);
    },
    async listAwaiting(kind, domain, limit) {
      return (await invitations.listAwaiting(domain, limit)).map((one) => parsed(kind, awaitingOf(one)));
    },
    listDue: async () => [],
    save: (_kind, { subject }, sideEffects) => invitations.save((subject as AskedInvitation).invitation, sideEffects),
  };
}

function parsed<Subject extends object, State extends { subject: AskedInvitation }>(
  kind: StoredKind<Subject>,
  approval: State,
) {
  return { ...approval, subject: kind.parse(approval.subject) };
}
