import { systemContext } from '../audit/audit-context';
import { isPending } from '../activation/activation';
import type { NewMessage } from '../messaging/new-message';
import { DAY } from '../shared/time/duration';
import { completeActivation } from './notices/complete-activation';
import { decisionEvent } from './approvals/ask-second-person';
import { carryOutRemoval } from './removal/decide-removal';
import { expireRemoval, type RemovalApproved, type RemovalAwaiting } from './removal/device-removal';
import type { HelpdeskPorts, InvitationPorts, OldDevicePorts, RemovalPorts } from './helpdesk-ports';
import { expire, isCurrent, type Invitation, type Revoked } from './invitations/invitation';
import { endInvitedActivation } from './invitations/revoke-invitation';
import { settleDisowned } from './notices/settle-disowned';
import { settleOldDevice } from './reissue/settle-old-device';
import { invitationEvent } from './webhook-events';

const BATCH = 200;

/** How far back a device is looked for of which nobody was told: as long as a crash may keep everything down. */
const ANNOUNCE_WITHIN_MS = DAY;

/**
 * One round of what no request asks for: ends what is overdue or was revoked, locks and removes what is due at the gateway,
 * and tells of devices that a crash kept from being told of. Any number of processes may do this at a time.
 * @param onFault is told of what could not be looked after; the round goes on
 */
export async function watchHelpdesk(
  ports: HelpdeskPorts,
  onFault: (error: unknown) => void,
  signal: AbortSignal,
): Promise<void> {
  const now = ports.clock.now();
  const work = [
    ...(await ports.notices.listMissing(new Date(now.getTime() - ANNOUNCE_WITHIN_MS), BATCH)).map(
      (id) => () => completeActivation(ports, id),
    ),
    ...(await ports.notices.listDue(BATCH)).map((notice) => () => settleDisowned(ports, notice)),
    ...(await ports.invitations.listDue(now, BATCH)).map((invitation) => () => processInvitation(ports, invitation)),
    ...(await ports.removals.listDue(now, BATCH)).map((removal) => () => processRemoval(ports, removal)),
  ];
  for (const one of work) {
    if (signal.aborted) return;
    try {
      await one();
    } catch (error) {
      onFault(error);
    }
  }
}

async function processInvitation(ports: OldDevicePorts & InvitationPorts, invitation: Invitation): Promise<void> {
  if (invitation.state === 'revoked') await endWhatItLedTo(ports, invitation);
  const settled = await settleOldDevice(ports, invitation);
  const now = ports.clock.now();
  const expired = isCurrent(settled) ? expire(settled, now) : null;
  if (!expired?.ok || (await isStillUnderWay(ports, settled))) return;
  const { id } = settled;
  const messages: NewMessage[] = [invitationEvent('invitation-expired', expired.value, now)];
  if (settled.state === 'awaiting-approval') messages.push(decisionEvent('invitation', settled, 'expired', null, now));
  await ports.invitations.save(expired.value, {
    events: [{ type: 'invitation-expired', invitationId: id, ...systemContext(settled, id) }],
    messages,
  });
}

/** In the name of who revoked it, whose process came no further. */
async function endWhatItLedTo(ports: InvitationPorts, invitation: Revoked): Promise<void> {
  const { id, revokedBy } = invitation;
  const actor = revokedBy === null ? ({ kind: 'system' } as const) : ({ kind: 'user', userId: revokedBy } as const);
  await endInvitedActivation(ports, invitation, actor, { correlationId: id, address: null });
}

/** A phone that has begun in time may finish: its activation has a time of its own. */
async function isStillUnderWay({ activation }: InvitationPorts, { id, state }: Invitation): Promise<boolean> {
  if (state !== 'opened') return false;
  const invited = await activation.store.findInvited(id);
  return invited !== null && (isPending(invited) || invited.state === 'active');
}

async function processRemoval(ports: RemovalPorts, removal: RemovalAwaiting | RemovalApproved): Promise<void> {
  if (removal.state === 'approved') {
    await carryOutRemoval(ports, removal);
    return;
  }
  const now = ports.clock.now();
  const expired = expireRemoval(removal, now);
  if (!expired.ok) return;
  const { id, instanceId } = removal;
  await ports.removals.save(expired.value, {
    events: [{ type: 'removal-expired', removalId: id, instanceId, ...systemContext(removal, id) }],
    messages: [decisionEvent('removal', removal, 'expired', null, now)],
  });
}
