import type { Invitation as InvitationRow, Prisma } from '../../generated/prisma/client';
import type { CallerEvidence } from '../../helpdesk/caller-check/caller-assessment';
import {
  isCurrent,
  type Invitation,
  type Proof,
  type ReadOut,
  type RevocationReason,
} from '../../helpdesk/invitations/invitation';
import type { InvitationId } from '../../shared/identifiers/invitation-id';
import type { OldDevice } from '../../helpdesk/reissue/old-device';
import type { Delivery, OldDeviceFate, Reissue } from '../../helpdesk/reissue/reissue';
import type { ReissueReason } from '../../helpdesk/reissue/reissue-reason';
import { present } from '../present';

/** The token's hash is written once, and kept when the invitation itself no longer holds it. */
type WrittenRow = Omit<InvitationRow, 'tokenHash' | 'evidence'> & {
  tokenHash?: string;
  evidence: Prisma.InputJsonArray;
};

export function rowFromInvitation(invitation: Invitation): WrittenRow {
  const { id, version, state, userId, domain, requestedBy, requestedAt, oldDevice } = invitation;
  const { reason, reasonText, ticket, delivery, lifetimeMs, evidence, justification } = invitation;
  const reissue = { reason, reasonText, ticket, delivery, lifetimeMs, evidence: [...evidence], justification };
  const live = invitation.state === 'live' ? invitation : null;
  return {
    id,
    version,
    state,
    userId,
    domain,
    requestedBy,
    requestedAt,
    ...reissue,
    oldInstanceId: oldDevice?.instanceId ?? null,
    oldDeviceFate: oldDevice?.fate ?? null,
    oldDeviceState: oldDevice?.state ?? null,
    approvedBy: 'approvedBy' in invitation ? invitation.approvedBy : null,
    sentAt: 'sentAt' in invitation ? invitation.sentAt : null,
    endsAt: isCurrent(invitation) ? invitation.endsAt : null,
    ...(live ? { tokenHash: live.tokenHash } : {}),
    codeHash: live?.codeHash ?? null,
    readOutHash: live?.readOut?.codeHash ?? null,
    browserHash: invitation.state === 'opened' ? invitation.browserHash : (live?.readOut?.browserHash ?? null),
    openedAt: 'openedAt' in invitation ? invitation.openedAt : null,
    proof: 'proof' in invitation ? invitation.proof : null,
    activationId: 'activationId' in invitation ? invitation.activationId : null,
    instanceId: 'instanceId' in invitation ? invitation.instanceId : null,
    endedAt: 'endedAt' in invitation ? invitation.endedAt : null,
    endedBy: enderOf(invitation),
    revokedWhy: invitation.state === 'revoked' ? invitation.why : null,
  };
}

function enderOf(invitation: Invitation): string | null {
  if (invitation.state === 'revoked') return invitation.revokedBy;
  return invitation.state === 'declined' ? invitation.declinedBy : null;
}

/** @throws TypeError when the row holds what no state has, which only a fault of ours can have written */
export function invitationFromRow(row: InvitationRow): Invitation {
  const { state, approvedBy, sentAt, openedAt, endedBy } = row;
  const common = commonFromRow(row);
  const current = () => ({ endsAt: present(row, 'endsAt') });
  const sent = () => ({ approvedBy, sentAt: present(row, 'sentAt') });
  const entered = () => ({ openedAt: present(row, 'openedAt'), proof: present(row, 'proof') as Proof });
  const ended = () => ({ sentAt, openedAt, endedAt: present(row, 'endedAt') });
  switch (state) {
    case 'awaiting-approval':
      return { ...common, ...current(), state };
    case 'live': {
      const secrets = { tokenHash: present(row, 'tokenHash'), codeHash: row.codeHash, readOut: readOutFromRow(row) };
      return { ...common, ...current(), ...sent(), state, ...secrets };
    }
    case 'opened':
      return { ...common, ...current(), ...sent(), ...entered(), state, browserHash: row.browserHash };
    case 'used': {
      const made = { activationId: present(row, 'activationId'), instanceId: present(row, 'instanceId') };
      return { ...common, ...sent(), ...entered(), state, ...made, endedAt: present(row, 'endedAt') };
    }
    case 'revoked':
      return { ...common, ...ended(), state, why: present(row, 'revokedWhy') as RevocationReason, revokedBy: endedBy };
    case 'expired':
      return { ...common, ...ended(), state };
    case 'declined':
      return { ...common, ...ended(), state, declinedBy: present(row, 'endedBy') };
    default:
      throw new TypeError(`invitation ${row.id} is in the unknown state ${state}`);
  }
}

function commonFromRow(row: InvitationRow) {
  const { version, userId, domain, requestedBy, requestedAt, ticket, reasonText, lifetimeMs, justification } = row;
  const reissue: Reissue = {
    reason: row.reason as ReissueReason,
    reasonText,
    ticket,
    delivery: row.delivery as Delivery,
    lifetimeMs,
    evidence: row.evidence as CallerEvidence[],
    justification,
  };
  const id = row.id as InvitationId;
  return { id, version, userId, domain, requestedBy, requestedAt, ...reissue, oldDevice: oldDeviceFromRow(row) };
}

function oldDeviceFromRow(row: InvitationRow): OldDevice | null {
  if (row.oldInstanceId === null) return null;
  const fate = present(row, 'oldDeviceFate') as OldDeviceFate;
  return { instanceId: row.oldInstanceId, fate, state: present(row, 'oldDeviceState') as OldDevice['state'] };
}

function readOutFromRow(row: InvitationRow): ReadOut | null {
  return row.readOutHash === null ? null : { codeHash: row.readOutHash, browserHash: present(row, 'browserHash') };
}
